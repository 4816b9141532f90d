import { View } from '@tarojs/components'
import { voteKindWords } from '../../../../core/voice/votes/kinds'
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
import { chipOf, sayListed } from './words'

/** 评选投票: the reader's own, or those of an organization for its officers, who publish one. */
export const VoteList = ({ orgId }: { orgId: string | undefined }) => {
  const input = orgId === undefined ? {} : { orgId }
  const query = useQuery('vote.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('vote.list', { ...input, cursor }))
  const publishes = orgId !== undefined && query.data?.may.includes('publish') === true
  return (
    <Screen
      wide
      main={
        publishes && (
          <BigButton icon="add" onPress={() => go(routes.publishVote({ orgId }))}>
            发起评选
          </BigButton>
        )
      }
    >
      <Title>评选投票</Title>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty
                icon="star-full"
                title="这里会列出评选投票"
                hint="党建小实事、服务明星、多才多艺：先推荐，再投票，截止以后公布结果。"
              />
            )}
            {items.map(one => (
              <PersonRow
                key={one.voteId}
                name={one.title}
                note={[voteKindWords[one.kind], sayListed(one)].join(' · ')}
                state={chipOf(one.state)}
                onPress={() => go(routes.vote({ id: one.voteId }))}
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
