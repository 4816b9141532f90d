import { moment, span } from '../../../../components/times'
import { placeOf } from '../../../life/public'
import type { Asked, Given } from '../../../../platform/call'
import { contactOf, deadlineOf, type PostText, type SlotText, slotsOf, timesOf } from './postForm'

/** One thing that will be different, in words. Without `from` it is new. */
export interface Difference {
  label: string
  from?: string
  to: string
  /** The shift it is about; without it, it concerns everybody, unless it is a new shift. */
  shiftId?: string
}

type Holders = Given<'post.holders'>['shifts']
type Change = Omit<Asked<'post.change'>, 'postId' | 'reason'>

const spanOf = (slot: SlotText): string => {
  const { startsAt, endsAt } = timesOf(slot)
  return span(startsAt, endsAt)
}

/** The shifts that were added, and those that are not as they were, each with what it was. */
const slotsChanged = (first: PostText, form: PostText) => {
  const before = new Map(slotsOf(first.slots).map(slot => [slot.shiftId, slot]))
  const slots = slotsOf(form.slots)
  return {
    added: slots.filter(slot => slot.shiftId === ''),
    moved: slots.flatMap(slot => {
      const old = before.get(slot.shiftId)
      return old && JSON.stringify(old) !== JSON.stringify(slot) ? [{ old, slot }] : []
    }),
  }
}

const NONE = '没有'
const saidContact = (form: PostText): string => [form.contactName.trim(), form.contactPhone.trim()].filter(Boolean).join(' ') || NONE
const saidDeadline = (form: PostText): string => {
  const deadline = deadlineOf(form)
  return deadline === null ? '到开始为止' : moment(deadline)
}

/** What stands under a heading of its own in the form. */
const parts: readonly { label: string; say: (form: PostText) => string }[] = [
  { label: '名称', say: form => form.title.trim() },
  { label: '地点', say: form => form.placeName.trim() },
  { label: '要带什么', say: form => form.bring.trim() || NONE },
  { label: '要做些什么', say: form => form.body.trim() || NONE },
  { label: '联系人', say: saidContact },
  { label: '认领截止', say: saidDeadline },
]

const pointText = (form: PostText): string => JSON.stringify(placeOf(form))

/** Everything that will be different, as it is shown before it is saved. */
export const differences = (first: PostText, form: PostText): Difference[] => {
  const { added, moved } = slotsChanged(first, form)
  const onlyPoint = first.placeName.trim() === form.placeName.trim() && pointText(first) !== pointText(form)
  return [
    ...parts.flatMap(({ label, say }) => (say(first) === say(form) ? [] : [{ label, from: say(first), to: say(form) }])),
    ...(onlyPoint ? [{ label: '签到的位置', to: '换到地图上新选的地方' }] : []),
    ...moved.flatMap(({ old, slot }) => [
      ...(spanOf(old) === spanOf(slot) ? [] : [{ label: '时间', from: spanOf(old), to: spanOf(slot), shiftId: slot.shiftId }]),
      ...(old.places === slot.places
        ? []
        : [{ label: `${spanOf(slot)}的名额`, from: `${old.places} 人`, to: `${slot.places} 人`, shiftId: slot.shiftId }]),
    ]),
    ...added.map(slot => ({ label: '加一班', to: `${spanOf(slot)}，${slot.places} 人`, shiftId: '' })),
  ]
}

const timesChanged = (old: SlotText, slot: SlotText) => {
  const [was, is] = [timesOf(old), timesOf(slot)]
  return {
    ...(is.startsAt === was.startsAt ? {} : { startsAt: is.startsAt }),
    ...(is.endsAt === was.endsAt ? {} : { endsAt: is.endsAt }),
    ...(is.places === was.places ? {} : { places: is.places }),
  }
}

/** The same as it is asked of the cloud: only what is different. */
export const changeOf = (first: PostText, form: PostText): Change => {
  const { added, moved } = slotsChanged(first, form)
  const shifts = [...moved.map(({ old, slot }) => ({ shiftId: slot.shiftId, ...timesChanged(old, slot) })), ...added.map(timesOf)]
  const differs = (name: keyof PostText) => first[name].trim() !== form[name].trim()
  return {
    ...(differs('title') ? { title: form.title.trim() } : {}),
    ...(pointText(first) === pointText(form) ? {} : { place: placeOf(form) }),
    ...(differs('bring') ? { bring: form.bring.trim() } : {}),
    ...(differs('body') ? { body: form.body.trim() } : {}),
    ...(saidContact(first) === saidContact(form) ? {} : { contact: contactOf(form) }),
    ...(deadlineOf(first) === deadlineOf(form) ? {} : { deadline: deadlineOf(form) }),
    ...(shifts.length > 0 ? { shifts } : {}),
  }
}

/** The people who will be told, and those whose place changes with fewer or more places; by name, each person once. */
export const concerned = (holders: Holders, said: readonly Difference[], form: PostText, now: number) => {
  const everybody = said.some(one => one.shiftId === undefined)
  const touched = new Set(said.map(one => one.shiftId))
  const places = new Map(slotsOf(form.slots).map(slot => [slot.shiftId, Number(slot.places)]))
  const shifts = holders.filter(shift => shift.state !== 'cancelled' && shift.endsAt > now && (everybody || touched.has(shift.shiftId)))
  const namesOf = (pick: (shift: Holders[number]) => Holders[number]['holders']) => [
    ...new Map(shifts.flatMap(pick).map(one => [one.memberId, one.name])).values(),
  ]
  const placesOf = (shift: Holders[number]) => places.get(shift.shiftId) ?? shift.places
  return {
    told: namesOf(shift => shift.holders),
    /** Who will wait, and who will have a place. */
    waiting: namesOf(shift => shift.holders.slice(placesOf(shift), shift.places)),
    promoted: namesOf(shift => shift.holders.slice(shift.places, placesOf(shift))),
  }
}
