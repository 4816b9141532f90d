import { View } from '@tarojs/components'
import { bookingWords } from '../../../../../core/means/venues/kinds'
import { addDays, dateOf } from '../../../../../core/shared/calendar'
import { Button } from '../../../../components/Button'
import { CallOff } from '../../../../components/CallOff'
import { Card, Section } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Loaded } from '../../../../components/Loaded'
import { Many } from '../../../../components/Many'
import { spanBesideDay } from '../../../../components/times'
import { Unfold } from '../../../../components/Unfold'
import { call, type Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { usePages } from '../../../../platform/pages'
import { useCommand, useQuery } from '../../../../platform/query'
import { sayNearDay } from '../words'

type Booking = Given<'venue.bookings'>['items'][number]

/** What is over is put right for so many days. */
const BACK = 7

interface OneProps {
  booking: Booking
  onChange: () => Promise<unknown>
}

const One = ({ booking, onChange }: OneProps) => {
  const { bookingId, startsAt, endsAt, orgName, by, purpose, programme, equipment = [], people, came, state, reason } = booking
  const cancel = useCommand('venue.cancel')
  const mark = useCommand('venue.mark')
  const set = async (next: 'used' | 'missed') => {
    await mark.run({ bookingId, state: next, ...(came === undefined ? {} : { came }) })
    await onChange()
  }
  return (
    <Card title={sayNearDay(startsAt)}>
      <View className="strong">{spanBesideDay(startsAt, endsAt)}</View>
      <View>{`${orgName} · ${purpose}`}</View>
      <View className="soft">
        {[
          `${by}订的`,
          people === undefined ? '' : `大约 ${String(people)} 人`,
          programme ? `套餐：${programme}` : '',
          equipment.length > 0 ? `要用${equipment.join('、')}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {state !== 'booked' && (
        <View className={state === 'used' ? 'good' : 'warn'}>
          {[bookingWords[state], reason, came === undefined ? '' : `来了 ${String(came)} 人`].filter(Boolean).join('，')}
        </View>
      )}
      {mark.refusal && <Failure refusal={mark.refusal} onSeen={mark.forget} />}
      {state !== 'cancelled' && endsAt > now() && (
        <CallOff
          draft={`venue-cancel/${bookingId}`}
          words="这次用不了，取消"
          question={`取消${orgName}订的这次？`}
          explain="订的人马上收到消息。"
          example="屋顶漏水，要修"
          refusal={cancel.refusal}
          onYes={why => cancel.run({ bookingId, reason: why.slice(0, 60) })}
          onDone={onChange}
        />
      )}
      {state !== 'cancelled' && startsAt <= now() && (
        <View className="row">
          {state !== 'used' && (
            <Button icon="done" onPress={() => set('used')}>
              用了
            </Button>
          )}
          {state !== 'missed' && (
            <Button kind="quiet" icon="warn" onPress={() => set('missed')}>
              订了没来
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}

/** Who has booked a room: what is ahead, and what is just over, to note who came. */
export const Bookings = ({ venueId }: { venueId: string }) => {
  const input = { venueId, from: addDays(dateOf(now()), -BACK) }
  const query = useQuery('venue.bookings', input)
  const { items, more, refusal } = usePages(query, cursor => call('venue.bookings', { ...input, cursor }))
  const ahead = items.filter(one => one.endsAt > now())
  const over = items.filter(one => one.endsAt <= now()).reverse()
  return (
    <Loaded query={query} cards={2}>
      {() => (
        <View className="stack">
          <Section title="订了的">
            {ahead.length === 0 && <View className="soft">后面还没有人订。</View>}
            <Many items={ahead} keyOf={one => one.bookingId} step={6}>
              {one => <One booking={one} onChange={query.reload} />}
            </Many>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </Section>
          {over.length > 0 && (
            <Unfold words={`刚过去的 ${String(over.length)} 次，记一下来没来`} icon="list">
              {() => (
                <Many items={over} keyOf={one => one.bookingId} step={6}>
                  {one => <One booking={one} onChange={query.reload} />}
                </Many>
              )}
            </Unfold>
          )}
        </View>
      )}
    </Loaded>
  )
}
