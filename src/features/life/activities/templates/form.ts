import { isStrand } from '../../../../../core/life/strands/kinds'
import { kindOf } from '../kindChoice'
import { kindWords } from '../kinds'
import { capacityFault, partsFault, partsOf } from '../parts'
import { noPlace, type Place, placeOf, type PlaceText, placeText } from '../places/places'
import type { Asked, Given } from '../../../../platform/call'

export type Template = Given<'template.list'>['items'][number]

export type FormText = PlaceText & {
  kind: string
  title: string
  day: string
  time: string
  lasts: string
  noticeDays: string
  capacity: string
  audience: string
  body: string
  parts: string
  /** Empty for none. */
  strand: string
}
export type Faults = Partial<Record<'title' | 'time' | 'noticeDays' | 'placeName' | 'capacity' | 'parts', string>>

/** 每月5日主题党日 (S1), two hours from nine, its notice a week ahead. */
export const likelyForm = (place: Place | undefined): FormText => ({
  ...(place ? placeText(place) : noPlace),
  kind: 'party-day',
  title: kindWords['party-day'],
  day: '5',
  time: '09:00',
  lasts: '120',
  noticeDays: '7',
  capacity: '',
  audience: 'branch',
  body: '',
  parts: '',
  strand: '',
})

/** The form of a template that stands. */
export const formOf = (template: Template): FormText => ({
  ...placeText(template.place),
  kind: template.kind,
  title: template.title,
  day: String(template.day),
  time: template.time,
  lasts: String(template.lastsMinutes),
  noticeDays: String(template.noticeDays),
  capacity: template.capacity === undefined ? '' : String(template.capacity),
  audience: template.audience,
  body: template.body ?? '',
  parts: (template.parts ?? []).join('\n'),
  strand: template.strand ?? '',
})

/** What must be put right before it can be saved. */
export const faultsOf = (form: FormText): Faults => {
  const days = Number(form.noticeDays)
  const capacity = capacityFault(form.capacity)
  const parts = partsFault(form.parts)
  return {
    ...(form.title.trim() === '' ? { title: '请写一个名称' } : {}),
    ...(form.time === '' ? { time: '请选时间' } : {}),
    ...(Number.isInteger(days) && days >= 1 && days <= 25 ? {} : { noticeDays: '请填 1 到 25 的天数' }),
    ...(form.placeName.trim() === '' ? { placeName: '请写地点' } : {}),
    ...(capacity ? { capacity } : {}),
    ...(parts ? { parts } : {}),
  }
}

/** The template a form means. */
export const templateOf = (form: FormText): Omit<Asked<'template.save'>, 'branchId' | 'templateId'> => ({
  kind: kindOf(form.kind),
  title: form.title.trim(),
  day: Number(form.day),
  time: form.time,
  lastsMinutes: Number(form.lasts),
  place: placeOf(form),
  audience: form.audience === 'open' ? 'open' : 'branch',
  body: form.body.trim(),
  parts: partsOf(form.parts),
  noticeDays: Number(form.noticeDays),
  ...(form.capacity.trim() === '' ? {} : { capacity: Number(form.capacity) }),
  ...(isStrand(form.strand) ? { strand: form.strand } : {}),
})

/** Days of a month to choose from. */
export const dayOptions = Array.from({ length: 31 }, (_, index) => ({
  value: String(index + 1),
  words: `每月 ${index + 1} 日`,
  ...(index >= 28 ? { hint: '那个月没有这一天，就在最后一天' } : {}),
}))

/** How long it usually lasts. */
export const lengthOptions = [
  { value: '60', words: '1 小时' },
  { value: '90', words: '1 个半小时' },
  { value: '120', words: '2 小时' },
  { value: '180', words: '3 小时' },
  { value: '240', words: '半天' },
  { value: '480', words: '一天' },
]

/** The lengths to choose from, with the template's own where it is another. */
export const lengthsWith = (lasts: string) =>
  lengthOptions.some(one => one.value === lasts) ? lengthOptions : [{ value: lasts, words: `${lasts} 分钟` }, ...lengthOptions]
