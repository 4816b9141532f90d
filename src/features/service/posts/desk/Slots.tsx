import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dateOf } from '../../../../../core/shared/calendar'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Chips } from '../../../../components/Chips'
import { DateField, TimeField } from '../../../../components/Dates'
import { Field } from '../../../../components/Field'
import { Icon } from '../../../../components/Icon'
import { Many } from '../../../../components/Many'
import { now } from '../../../../platform/clock'
import { emptyPost, type FormProps, SCHOOL_DAYS, slotsOf, slotsText, type SlotText } from './postForm'

/** As many as one can look over on a phone. */
const MOST = 20

interface SlotProps {
  slot: SlotText
  title: string | undefined
  withDate: boolean
  onChange: (part: Partial<SlotText>) => void
  /** Takes it away: out of the form, or out of the post where it is out. */
  remove: ReactNode
}

const Slot = ({ slot, title, withDate, onChange, remove }: SlotProps) => (
  <Card {...(title ? { title } : {})}>
    {withDate && <DateField label="日期" value={slot.date} onChange={date => onChange({ date })} from={dateOf(now())} />}
    <View className="row">
      <View className="grow">
        <TimeField label="开始" value={slot.start} onChange={start => onChange({ start })} />
      </View>
      <View className="grow">
        <TimeField label="结束" value={slot.end} onChange={end => onChange({ end })} />
      </View>
    </View>
    <Field label="要几个人" value={slot.places} onChange={places => onChange({ places })} keyboard="number" max={3} />
    {remove}
  </Card>
)

const weekdays = Array.from('一二三四五六日', (words, index) => ({ value: String(index + 1), words }))

const Series = ({ form, onChange, faults }: FormProps) => {
  const chosen = [...form.weekdays]
  const press = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value].sort()
    onChange({ weekdays: next.join('') })
  }
  if (form.weekdays === '') {
    return (
      <Button icon="repeat" onPress={() => onChange({ weekdays: SCHOOL_DAYS })}>
        每个上学日都要，一次发好
      </Button>
    )
  }
  return (
    <Card title="每个上学日都要">
      <Chips label="星期几" options={weekdays} chosen={chosen} onPress={press} many narrow />
      <DateField
        label="到哪一天为止"
        value={form.until}
        onChange={until => onChange({ until })}
        from={dateOf(now())}
        error={faults.until}
      />
      <Chips
        label="调休要上学的周末"
        options={[
          { value: '1', words: '也要' },
          { value: '', words: '不要' },
        ]}
        chosen={[form.makeUp]}
        onPress={makeUp => onChange({ makeUp })}
      />
      <View className="soft">法定节假日不排班。</View>
      <Button kind="quiet" onPress={() => onChange({ weekdays: '' })}>
        只要这一次
      </Button>
    </Card>
  )
}

interface Props extends FormProps {
  /** In the place of 去掉这一班 for a shift that is out: calling it off concerns people. Without it the form is of a new post. */
  callOff?: (shiftId: string) => ReactNode
}

/** When, and how many: one shift or several, once or on every school day. */
export const Slots = ({ form, onChange, faults, callOff }: Props) => {
  // A new shift has no name of its own; its place in the list is what tells it from the next.
  const slots = slotsOf(form.slots).map((slot, index) => ({ slot, index }))
  const series = form.weekdays !== ''
  const set = (next: readonly SlotText[]) => onChange({ slots: slotsText(next) })
  const all = slots.map(one => one.slot)
  const more = () => {
    const last = all.at(-1)
    if (last) set([...all, { ...last, shiftId: '', start: last.end, end: '' }])
    else set(slotsOf(emptyPost(now(), undefined, '').slots))
  }
  const removeOf = (index: number, shiftId: string) => {
    if (callOff && shiftId !== '') return callOff(shiftId)
    if (slots.length < 2 && !callOff) return null
    return (
      <Button kind="quiet" icon="remove" onPress={() => set(all.filter((_, at) => at !== index))}>
        去掉这一班
      </Button>
    )
  }
  return (
    <View className="stack">
      <Many items={slots} keyOf={({ slot, index }) => slot.shiftId || `new-${String(index)}`} step={MOST} unit="班">
        {({ slot, index }) => (
          <Slot
            slot={slot}
            title={slots.length > 1 ? `第 ${index + 1} 班` : undefined}
            withDate={!series || index === 0}
            onChange={part => set(all.map((one, at) => (at === index ? { ...one, ...part } : one)))}
            remove={removeOf(index, slot.shiftId)}
          />
        )}
      </Many>
      {faults.slots && (
        <View className="row danger">
          <Icon name="alert" tone="danger" />
          <View className="grow">{faults.slots}</View>
        </View>
      )}
      {(callOff !== undefined || slots.length < MOST) && (
        <Button icon="add" onPress={more}>
          再加一班
        </Button>
      )}
      {!callOff && <Series form={form} onChange={onChange} faults={faults} />}
    </View>
  )
}
