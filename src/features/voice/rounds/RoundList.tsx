import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOf, sayUntil } from './words'

/** 金点子评选: those in which the reader is a juror, or those of an organization for its officers, who open one. */
export const RoundList = ({ orgId }: { orgId: string | undefined }) => {
  const input = orgId === undefined ? {} : { orgId }
  const query = useQuery('round.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('round.list', { ...input, cursor }))
  const opens = orgId !== undefined && query.data?.may.includes('open') === true
  return (
    <Screen
      wide
      main={
        opens && (
          <BigButton icon="add" onPress={() => go(routes.openRound({ orgId }))}>
            组织一次评选
          </BigButton>
        )
      }
    >
      <Title>金点子评选</Title>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="star" title="这里会列出金点子评选" hint="把一段时间的建议交给评委打分，评完才看得见名字和分数。" />
            )}
            {items.map(one => (
              <PersonRow
                key={one.roundId}
                name={one.title}
                note={[one.orgName, sayUntil(one)].join(' · ')}
                state={chipOf(one.state)}
                onPress={() => go(routes.round({ id: one.roundId }))}
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
