import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, dateOf, instantOf } from '../../../../../core/shared/calendar'
import { Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { DateField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Loaded } from '../../../../components/Loaded'
import { PickOne } from '../../../../components/PickOne'
import { PersonRow } from '../../../../components/Rows'
import { day } from '../../../../components/times'
import { Unfold } from '../../../../components/Unfold'
import type { Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useCommand, useQuery } from '../../../../platform/query'
import type { Full } from '../words'

type Loan = Given<'venue.bookings'>['loans'][number]

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

/** What is lent, and given back. */
export const Loans = ({ venue }: { venue: Full }) => {
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
