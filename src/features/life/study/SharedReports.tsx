import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Unfold } from '../../../components/Unfold'
import { Loaded } from '../../../components/Loaded'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { Said } from '../../../components/Said'

interface Props {
  taskId: string
  forMemberId: { forMemberId?: string }
}

const List = ({ taskId, forMemberId }: Props) => {
  const input = { taskId, ...forMemberId }
  const query = useQuery('study.shared', input)
  const { items, more, refusal } = usePages(query, cursor => call('study.shared', { ...input, cursor }))
  return (
    <Loaded query={query} cards={2}>
      {() => (
        <View className="stack">
          {items.length === 0 && <View className="soft">还没有同志把心得给大家看。</View>}
          {items.map(one => (
            <Card key={one.memberId} title={one.name}>
              <Said of={one.name} said={one} />
            </Card>
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** What colleagues let the branch read of the same task. */
export const SharedReports = (props: Props) => (
  <Unfold words="看看大家的心得" icon="people">
    {() => <List {...props} />}
  </Unfold>
)
