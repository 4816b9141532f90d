import { View } from '@tarojs/components'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { DateField, TimeField } from '../../../components/Dates'
import { Field } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { now } from '../../../platform/clock'
import { Chips } from './Chips'
import { type PostFaults, type PostText, SCHOOL_DAYS, slotsOf, slotsText, type SlotText } from './postForm'

/** As many as one can look over on a phone. */
const MOST = 20

interface Props {
  form: PostText
  onChange: (part: Partial<PostText>) => void
  faults: PostFaults
}

interface SlotProps {
  slot: SlotText
  title: string | undefined
  withDate: boolean
  onChange: (part: Partial<SlotText>) => void
  onRemove: (() => void) | undefined
}

const Slot = ({ slot, title, withDate, onChange, onRemove }: SlotProps) => (
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
    {onRemove && (
      <Button kind="quiet" icon="remove" onPress={onRemove}>
        去掉这一班
      </Button>
    )}
  </Card>
)

const weekdays = Array.from('一二三四五六日', (words, index) => ({ value: String(index + 1), words }))

const Series = ({ form, onChange, faults }: Props) => {
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

/** When, and how many: one shift or several, once or on every school day. */
export const Slots = ({ form, onChange, faults }: Props) => {
  const slots = slotsOf(form.slots)
  const series = form.weekdays !== ''
  const set = (next: readonly SlotText[]) => onChange({ slots: slotsText(next) })
  const more = () => {
    const last = slots.at(-1)
    if (last) set([...slots, { ...last, start: last.end, end: '' }])
  }
  return (
    <View className="stack">
      {slots.map((slot, index) => (
        <Slot
          // A shift has no name of its own; its place in the list is what tells it from the next.
          key={`slot-${String(index)}`}
          slot={slot}
          title={slots.length > 1 ? `第 ${index + 1} 班` : undefined}
          withDate={!series || index === 0}
          onChange={part => set(slots.map((one, at) => (at === index ? { ...one, ...part } : one)))}
          onRemove={slots.length > 1 ? () => set(slots.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      {faults.slots && (
        <View className="row danger">
          <Icon name="alert" tone="danger" />
          <View className="grow">{faults.slots}</View>
        </View>
      )}
      {slots.length < MOST && (
        <Button icon="add" onPress={more}>
          再加一班
        </Button>
      )}
      <Series form={form} onChange={onChange} faults={faults} />
    </View>
  )
}
