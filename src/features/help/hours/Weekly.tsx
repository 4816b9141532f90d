import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { useCommand, useQuery } from '../../../platform/query'
import { sayWhen } from './words'

const weeks = ['4', '8', '12'].map(value => ({ value, words: `连约 ${value} 周` }))
const words = { booked: '能约上', taken: '别人约了', none: '那天没有', overlaps: '和您别的预约撞了' } as const

interface Props {
  hoursId: string
  startsAt: number
  forMemberId: { forMemberId?: string }
  onBooked: (count: number) => Promise<void>
}

/** The same time of so many weeks: what each week would be is seen first, and confirmed once. */
export const Weekly = ({ hoursId, startsAt, forMemberId, onBooked }: Props) => {
  const [count, setCount] = useState('4')
  const wanted = { hoursId, startsAt, weekly: Number(count), ...forMemberId }
  const query = useQuery('hours.series', wanted)
  const book = useCommand('hours.book')
  const press = async () => {
    const answer = await book.run(wanted)
    if (answer?.ok) await onBooked(answer.data.dates?.filter(one => one.state === 'booked').length ?? 0)
  }
  return (
    <Card title="每周同一时间都约">
      <Chips label="约几周" options={weeks} chosen={[count]} onPress={setCount} />
      <Loaded query={query} cards={1}>
        {({ dates }) => (
          <View className="stack">
            {dates.map(one => (
              <View key={one.startsAt} className="row">
                <View className="grow">{sayWhen(one.startsAt)}</View>
                <View className={one.state === 'booked' ? 'strong' : 'soft'}>{words[one.state]}</View>
              </View>
            ))}
            {book.refusal && <Failure refusal={book.refusal} onSeen={book.forget} />}
            {dates.some(one => one.state === 'booked') && (
              <Button icon="repeat" busyWords="正在约…" onPress={press}>
                {`约上能约的 ${String(dates.filter(one => one.state === 'booked').length)} 次`}
              </Button>
            )}
          </View>
        )}
      </Loaded>
    </Card>
  )
}
