import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOf } from './words'

interface Props {
  orgId: string
  orgName: string
}

/** 不记名测评 at and below an organization, for those who hold them. */
export const SurveyDesk = ({ orgId, orgName }: Props) => {
  const query = useQuery('survey.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('survey.list', { orgId, cursor }))
  return (
    <Screen
      main={
        <BigButton icon="edit" onPress={() => go(routes.publishSurvey({ orgId, name: orgName }))}>
          发一个测评
        </BigButton>
      }
    >
      <View>
        <Title>不记名测评</Title>
        <View className="soft">{orgName}</View>
      </View>
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="list" title="还没有测评" hint="按下面的“发一个测评”，写好题目就能发。" />}
            {items.map(one => (
              <PersonRow
                key={one.surveyId}
                name={one.title}
                note={`${one.orgName} · ${moment(one.closesAt)}截止`}
                state={chipOf(one)}
                onPress={() =>
                  go(one.state === 'counted' ? routes.surveyResult({ id: one.surveyId }) : routes.survey({ id: one.surveyId }))
                }
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
