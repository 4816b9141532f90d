import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOfStage, sayRound } from './words'

interface Props {
  orgId: string
  orgName: string
  /** The reader comes as the secretary of the branch. */
  secretary: boolean
}

/** Rounds that concern a place: a secretary finds the own branch's sheet, those above the map. */
export const Rounds = ({ orgId, orgName, secretary }: Props) => {
  const query = useQuery('assessment.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('assessment.list', { orgId, cursor }))
  const opens = query.data?.may.includes('open') === true
  const above = opens && !secretary
  const named = { orgId, name: orgName }
  return (
    <Screen
      wide
      main={
        above && (
          <BigButton icon="add" onPress={() => go(routes.openAssessment(named))}>
            开始一次考评
          </BigButton>
        )
      }
    >
      <Title>示范创建和考核</Title>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="star" title="这里会列出每次考评" hint="平时做的活动、走访、服务，系统都记着，考评时自动算分，不用再填表。" />
            )}
            {items.map(one => (
              <PersonRow
                key={one.roundId}
                name={one.name}
                note={sayRound(one)}
                state={chipOfStage(one.stage)}
                onPress={() =>
                  go(
                    above
                      ? routes.assessmentMap({ roundId: one.roundId, ...named })
                      : routes.assessmentSheet({ roundId: one.roundId, ...named }),
                  )
                }
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {above && (
              <LinkRow icon="book" words="考评标准" note="看标准、改标准、试算" onPress={() => go(routes.assessmentTemplates(named))} />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
