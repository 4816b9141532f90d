import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { type Item, sayItem } from './words'

interface Props {
  branchId: string
  year: number
  items: readonly Item[]
  onDone: (done: Given<'plan.publish'> | undefined) => void
}

/** The one question before a year goes out: what members hear, and when. */
export const PublishPlan = ({ branchId, year, items, onDone }: Props) => {
  const publish = useCommand('plan.publish')
  const press = async () => {
    const answer = await publish.run({ branchId, year })
    if (answer?.ok) onDone(answer.data)
  }
  return (
    <Screen
      main={
        <>
          {publish.refusal && <Failure refusal={publish.refusal} onSeen={publish.forget} />}
          <BigButton icon="notice" busyWords="正在发布…" onPress={press}>
            {`发布这 ${String(items.length)} 次活动`}
          </BigButton>
        </>
      }
    >
      <View className="prose">
        现在只发一条通知：一年的活动安排好了。以后每次活动前 5
        天，再自动通知大家一次。发布以后，哪一次要改期、取消，就在那一次里改。地点写的是登记过的活动场地，会跟着订下来。
      </View>
      <Card title={`${String(year)}年，${String(items.length)} 次`}>
        {items.map(item => (
          <Fact key={item.itemId} icon="calendar" label={sayItem(item)}>
            {item.title}
          </Fact>
        ))}
      </Card>
      <Button icon="back" onPress={() => onDone(undefined)}>
        先不发布，再看看
      </Button>
    </Screen>
  )
}
