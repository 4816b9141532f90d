import { View } from '@tarojs/components'
import { bookingWords } from '../../../../core/means/venues/kinds'
import { Card, Section } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { span } from '../../../components/times'
import { useCommand, useQuery } from '../../../platform/query'

/** What one's organizations have booked, from today on; each can be given back. */
export const MyBookings = () => {
  const query = useQuery('venue.mine', {})
  const cancel = useCommand('venue.cancel')
  const giveBack = async (bookingId: string) => {
    await cancel.run({ bookingId })
    await query.reload()
  }
  return (
    <Loaded query={query} cards={1}>
      {({ items }) => (
        <Section title="我们订的">
          {cancel.refusal && <Failure refusal={cancel.refusal} onSeen={cancel.forget} />}
          {items.length === 0 && <View className="soft">还没有订场地。点开一个场地，就能订。</View>}
          <Many items={items} keyOf={one => one.bookingId} step={6}>
            {one => (
              <Card title={one.venueName}>
                <View className="words-whole">{span(one.startsAt, one.endsAt)}</View>
                <View className="soft">{`${one.purpose} · ${one.by}订的`}</View>
                {one.state === 'cancelled' ? (
                  <View className="warn">{[bookingWords.cancelled, one.reason].filter(Boolean).join('：')}</View>
                ) : (
                  <Confirm
                    question={`${one.venueName}这次不用了？`}
                    explain="退了以后，别的支部马上就能订。"
                    yes="不用了，退掉"
                    no="还要用"
                    onYes={() => giveBack(one.bookingId)}
                  >
                    不用了，退掉
                  </Confirm>
                )}
              </Card>
            )}
          </Many>
        </Section>
      )}
    </Loaded>
  )
}
