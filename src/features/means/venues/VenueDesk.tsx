import { View } from '@tarojs/components'
import { useState } from 'react'
import { bookingWords } from '../../../../core/means/venues/kinds'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { CallOff } from '../../../components/CallOff'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { DateField } from '../../../components/Dates'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { span, day } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { call, type Given, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { type Full, sayRoom } from './words'

type Booking = Given<'venue.bookings'>['items'][number]
type Loan = Given<'venue.bookings'>['loans'][number]
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
    <Card title={span(startsAt, endsAt)}>
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

const Bookings = ({ venueId }: { venueId: string }) => {
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

const CloseDays = ({ venueId, onDone }: { venueId: string; onDone: () => void }) => {
  const today = dateOf(now())
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const close = useCommand('venue.close')
  const open = useCommand('venue.open')
  const until = to < from ? from : to
  const shut = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const answer = await close.run({ venueId, from, to: until, reason })
    if (answer?.ok)
      setSaid(
        `关了 ${String(answer.data.days)} 天${answer.data.cancelled > 0 ? `，取消了 ${String(answer.data.cancelled)} 次，订的人收到消息了` : ''}`,
      )
  }
  const reopen = async () => {
    const answer = await open.run({ venueId, from, to: until })
    if (answer?.ok) setSaid('这几天又开了')
  }
  const refusal = close.refusal ?? open.refusal
  return (
    <View className="stack">
      <DateField label="从哪天" value={from} from={today} onChange={setFrom} />
      <DateField label="到哪天" value={until} from={from} onChange={setTo} />
      <Field
        label="为什么"
        value={reason}
        onChange={setReason}
        max={60}
        placeholder="例如：刷墙"
        error={tried && reason.trim() === '' ? '请写一句，订了的人好知道' : undefined}
      />
      {refusal && <Failure refusal={refusal} />}
      {said !== '' && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
      <Button kind="danger" icon="calendar-off" busyWords="正在关…" onPress={shut}>
        这几天关，告诉订了的人
      </Button>
      <Button icon="retry" onPress={reopen}>
        这几天照常开
      </Button>
      <Button kind="quiet" onPress={onDone}>
        收起
      </Button>
    </View>
  )
}

interface LendProps {
  venue: Full
  onDone: () => void
}

const Lend = ({ venue, onDone }: LendProps) => {
  const today = dateOf(now())
  const [item, setItem] = useState(venue.equipment[0]?.name ?? '')
  const [count, setCount] = useState('1')
  const [to, setTo] = useState('')
  const [dueOn, setDueOn] = useState(addDays(today, 7))
  const [tried, setTried] = useState(false)
  const lend = useCommand('venue.lend')
  const press = async () => {
    setTried(true)
    if (to.trim() === '' || !(Number(count) > 0)) return
    const answer = await lend.run({ venueId: venue.venueId, item, count: Number(count), to, dueOn })
    if (answer?.ok) onDone()
  }
  return (
    <View className="stack">
      <PickOne
        label="借什么"
        options={venue.equipment.map(one => ({ value: one.name, words: one.name }))}
        value={item}
        onChange={setItem}
      />
      <Field label="几个" value={count} onChange={setCount} keyboard="number" max={3} />
      <Field
        label="谁借"
        value={to}
        onChange={setTo}
        max={40}
        placeholder="例如：第二党支部 王建国"
        error={tried && to.trim() === '' ? '请写谁借的' : undefined}
      />
      <DateField label="哪天还" value={dueOn} from={today} onChange={setDueOn} />
      {lend.refusal && <Failure refusal={lend.refusal} />}
      <Button icon="done" busyWords="正在登记…" onPress={press}>
        借出，登记
      </Button>
      <Button kind="quiet" onPress={onDone}>
        不借了
      </Button>
    </View>
  )
}

const Loans = ({ venue }: { venue: Full }) => {
  const { venueId } = venue
  const query = useQuery('venue.bookings', { venueId })
  const back = useCommand('venue.giveBack')
  const giveBack = async ({ loanId }: Loan) => {
    await back.run({ venueId, loanId })
    await query.reload()
  }
  return (
    <Section title="设备借出归还">
      {back.refusal && <Failure refusal={back.refusal} onSeen={back.forget} />}
      <Loaded query={query} cards={1}>
        {({ loans }) => (
          <View className="stack">
            {loans.length === 0 && <View className="soft">没有借出去的。</View>}
            {loans.map(one => (
              <PersonRow
                key={one.loanId}
                name={`${one.item} ${String(one.count)} 个`}
                note={`${one.to}，${day(instantOf(one.dueOn))}还`}
                {...(one.overdue ? { state: { icon: 'warn' as const, tone: 'warn' as const, words: '该还了' } } : {})}
                action={
                  <View>
                    <Button about={`${one.item}，${one.to}`} onPress={() => giveBack(one)}>
                      还了
                    </Button>
                  </View>
                }
              />
            ))}
          </View>
        )}
      </Loaded>
      <Unfold words="借出一件" icon="add">
        {close => (
          <Lend
            venue={venue}
            onDone={() => {
              close()
              void query.reload()
            }}
          />
        )}
      </Unfold>
    </Section>
  )
}

const End = ({ venueId, name }: { venueId: string; name: string }) => {
  const end = useCommand('venue.end')
  return (
    <>
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Confirm
        question={`${name}以后都不用了？`}
        explain="后面订了的都会取消，订的人会收到消息；以前的记录都留着。"
        yes="是，不用了"
        no="接着用"
        onYes={() => end.run({ venueId })}
      >
        这个场地不用了
      </Confirm>
    </>
  )
}

/** A room for who keeps it: who has booked, what is lent, days on which it stays closed, its door's code. */
export const VenueDesk = ({ venueId }: { venueId: string }) => {
  const query = useQuery('venue.get', { venueId })
  return (
    <Screen
      main={
        query.data?.ended === false && (
          <BigButton icon="calendar-add" onPress={() => go(routes.venue({ id: venueId }))}>
            订一次
          </BigButton>
        )
      }
    >
      <Loaded query={query}>
        {venue => (
          <View className="stack">
            <Title>{venue.name}</Title>
            <View className="soft">{sayRoom(venue)}</View>
            {venue.ended && <Notice tone="warn" title="这个场地不用了" />}
            <Bookings venueId={venueId} />
            {!venue.ended && (
              <>
                {venue.equipment.length > 0 && <Loans venue={venue} />}
                <LinkRow
                  icon="edit"
                  words="改这个场地"
                  note="开放时间、给谁用、设备、照片、套餐"
                  onPress={() => go(routes.editVenue({ orgId: venue.orgId, venueId }))}
                />
                <LinkRow
                  icon="qr"
                  words="门口贴的码"
                  note="扫一扫看今天谁在用，还能签到"
                  onPress={() => go(routes.venueCode({ venueId }))}
                />
                <Unfold words="关几天，或者重新开" icon="calendar-off">
                  {close => <CloseDays venueId={venueId} onDone={close} />}
                </Unfold>
              </>
            )}
            <ExportButton
              words="导出这个场地的登记"
              name="场地使用.xlsx"
              make={() => call('venue.export', { orgId: venue.orgId, venueId }, { commandId: newId() })}
            />
            {!venue.ended && <End venueId={venueId} name={venue.name} />}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
