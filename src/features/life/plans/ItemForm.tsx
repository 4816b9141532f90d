import { View } from '@tarojs/components'
import { useState } from 'react'
import { isOutdoor, isWithin } from '../../../../core/life/plans/heat'
import { isStrand, usualStrand } from '../../../../core/life/strands/kinds'
import { addMonths, dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import { kindOptions } from '../activities/kindChoice'
import { kindWords } from '../activities/kinds'
import { lengthsWith } from '../activities/templates/form'
import { StrandField } from '../strands/StrandField'
import type { Item, YearPlan } from './words'

interface Props {
  branchId: string
  year: number
  /** Absent for a new one. */
  item?: Item | undefined
  heat: YearPlan['heat']
  /** Where the branch mostly meets. */
  place: Item['place']
  onDone: (changed: boolean) => void
}

/** One planned activity: to another day or month, to other hours, or out of the plan. */
export const ItemForm = ({ branchId, year, item, heat, place: usual, onDone }: Props) => {
  const [kind, setKind] = useState(item?.kind ?? 'visit')
  const [title, setTitle] = useState(item?.title ?? kindWords.visit)
  const [date, setDate] = useState(item?.date ?? '')
  const [time, setTime] = useState(item?.time ?? '09:00')
  const [lasts, setLasts] = useState(String(item?.lastsMinutes ?? 120))
  const [place, setPlace] = useState((item?.place ?? usual).name)
  const [strand, setStrand] = useState(item ? (item.strand ?? '') : (usualStrand('visit') ?? ''))
  const [tried, setTried] = useState(false)
  const set = useCommand('plan.set')
  const remove = useCommand('plan.remove')
  const today = dateOf(now())
  const faults = {
    title: title.trim() === '' ? '请写一个名称' : undefined,
    date: date.startsWith(String(year)) && date >= today ? undefined : `请选${String(year)}年里、今天以后的一天`,
    place: place.trim() === '' ? '请写地点' : undefined,
  }
  const save = async () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return
    const at = item?.place.name === place.trim() ? item.place : { name: place }
    const wanted = { kind, title, date, time, lastsMinutes: Number(lasts), place: at, ...(isStrand(strand) ? { strand } : {}) }
    const answer = await set.run({ branchId, year, ...wanted, ...(item ? { itemId: item.itemId } : {}) })
    if (answer?.ok) onDone(true)
  }
  const drop = async () => {
    const answer = await remove.run({ branchId, year, itemId: item?.itemId ?? '' })
    if (answer?.ok) onDone(true)
  }
  const choose = (next: typeof kind) => {
    if (title === kindWords[kind]) setTitle(kindWords[next])
    if (strand === (usualStrand(kind) ?? '')) setStrand(usualStrand(next) ?? '')
    setKind(next)
  }
  const refusal = set.refusal ?? remove.refusal
  return (
    <Screen
      main={
        <>
          {refusal && <Failure refusal={refusal} onSeen={set.refusal ? set.forget : remove.forget} />}
          <BigButton busyWords="正在保存…" onPress={save}>
            {item ? '改好了' : '加到计划里'}
          </BigButton>
        </>
      }
    >
      {isOutdoor(kind) && date !== '' && isWithin(date, heat) && (
        <Notice tone="warn" title="这几天最热">
          <View>{`${sayDay(heat.from)}到${sayDay(heat.to)}，老同志不宜到户外去。请换一天，或者改在屋里。`}</View>
        </Notice>
      )}
      {!item && <PickOne label="办什么" options={kindOptions} value={kind} onChange={choose} />}
      <Field label="名称" value={title} onChange={setTitle} max={40} error={tried ? faults.title : undefined} />
      <DateField label="日期" value={date} from={today} onChange={setDate} error={tried ? faults.date : undefined} />
      {date !== '' && (
        <View className="row">
          <View className="grow">
            <Button onPress={() => setDate(addMonths(date, -1))}>早一个月</Button>
          </View>
          <View className="grow">
            <Button onPress={() => setDate(addMonths(date, 1))}>晚一个月</Button>
          </View>
        </View>
      )}
      <TimeField label="几点开始" value={time} onChange={setTime} />
      <PickOne label="多长时间" options={lengthsWith(lasts)} value={lasts} onChange={setLasts} />
      <Field label="地点" value={place} onChange={setPlace} max={60} error={tried ? faults.place : undefined} />
      <StrandField value={strand} onChange={setStrand} />
      {item && (
        <Button kind="danger" icon="remove" onPress={drop}>
          从计划里去掉
        </Button>
      )}
      <Button icon="back" onPress={() => onDone(false)}>
        {item ? '不改了' : '先不加'}
      </Button>
    </Screen>
  )
}
