import { View } from '@tarojs/components'
import { BodyField, CapacityField, PartsField } from '../ActivityFields'
import { DateField, TimeField } from '../../../../components/Dates'
import { Field } from '../../../../components/Field'
import { kindOf, kindOptions } from '../kindChoice'
import { PickOne } from '../../../../components/PickOne'
import { PlaceField } from '../places/PlaceField'
import { type Place, placeText } from '../places/places'
import { dateOf } from '../../../../../core/shared/calendar'
import { now } from '../../../../platform/clock'
import { StrandField } from '../../strands/StrandField'
import { type Faults, type FormText, roomOf, spanOf, withDate, withKind } from './form'
import type { Rooms } from './rooms'
import './Fields.css'

interface Props {
  form: FormText
  onChange: (part: Partial<FormText>) => void
  faults: Faults
  usual: readonly Place[]
  /** What offers the rooms that are free then. */
  Rooms: Rooms
}

/** What it is and who is invited; neither can be changed once the notice is out. */
export const KindFields = ({ form, onChange }: Pick<Props, 'form' | 'onChange'>) => (
  <View className="stack">
    <PickOne label="办什么" options={kindOptions} value={kindOf(form.kind)} onChange={kind => onChange(withKind(form, kind, now()))} />
  </View>
)

/** Name, time, place and words: all that can be changed later too. */
export const MainFields = ({ form, onChange, faults, usual, Rooms }: Props) => (
  <View className="stack">
    <Field label="名称" value={form.title} onChange={title => onChange({ title })} max={40} error={faults.title} />
    <DateField label="日期" value={form.date} onChange={date => onChange(withDate(form, date))} from={dateOf(now())} error={faults.date} />
    <View className="row times">
      <View className="grow">
        <TimeField label="开始" value={form.start} onChange={start => onChange({ start })} />
      </View>
      <View className="grow">
        <TimeField label="结束" value={form.end} onChange={end => onChange({ end })} error={faults.end} />
      </View>
    </View>
    <PlaceField value={form} onChange={onChange} usual={usual} error={faults.placeName} />
    <Rooms
      chosen={roomOf(form)}
      span={spanOf(form)}
      people={Number(form.capacity) > 0 ? Number(form.capacity) : undefined}
      onChoose={room =>
        onChange(room ? { ...placeText(room), venueId: room.venueId, venueName: room.name } : { venueId: '', venueName: '' })
      }
    />
    <BodyField value={form.body} onChange={body => onChange({ body })} error={faults.body} />
    <StrandField value={form.strand} onChange={strand => onChange({ strand })} />
  </View>
)

/** What is not always needed. */
export const MoreFields = ({ form, onChange, faults }: Omit<Props, 'usual' | 'Rooms'>) => (
  <View className="stack">
    <PartsField
      hint="一行写一项，例如“5+N”的五项和自选项；没有就空着"
      value={form.parts}
      onChange={parts => onChange({ parts })}
      error={faults.parts}
    />
    <CapacityField value={form.capacity} onChange={capacity => onChange({ capacity })} error={faults.capacity} />
  </View>
)
