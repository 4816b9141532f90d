import { View } from '@tarojs/components'
import { sayPosts } from '../../../../core/people/committees/posts'
import { sayDate } from '../../../../core/people/roster/date-words'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'

/** 历届班子: the committees that a branch had. */
export const PastCommittees = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('committee.history', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('committee.history', { orgId, cursor }))
  return (
    <Screen>
      <Title>{name === '' ? '历届班子' : name}</Title>
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="people" title="还没有历届班子" hint="换届以后，上一届班子会留在这里。" />}
            {items.map(({ termId, heldOn, endedOn, members, documentNo }) => (
              <Card key={termId} title={`${sayDate(heldOn)}到${sayDate(endedOn)}`}>
                {members.map(one => (
                  <View key={`${one.name}${one.post}`} className="row">
                    <View className="grow strong">{one.name}</View>
                    <View>{sayPosts([one.post])}</View>
                  </View>
                ))}
                {documentNo !== undefined && <View className="soft small">{`批复：${documentNo}`}</View>}
              </Card>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
