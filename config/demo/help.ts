import type { Consultation } from '../../cloudfunctions/features/help/hours/documents'
import type { Wish } from '../../cloudfunctions/features/help/wishes/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { HoursKind } from '../../core/help/hours/kinds'
import { nextReminder } from '../../core/help/hours/reminders'
import { bookingKey } from '../../core/help/hours/rules'
import { remindAt, spanOf } from '../../core/help/wishes/rules'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import type { Seed } from './shape'

const by = { openid: 'demo-secretary', memberId: 'v-10', name: '' }
const HALF_HOUR = 30 * 60_000

interface Host {
  _id: string
  kind: HoursKind
  title: string
  place: string
  host: Member
  /** How many days from now, and from which clock on. */
  day: number
  from: string
}

/** A morning of six half hours that comes again a week later; so many have booked the first of them. */
const hoursOf = (
  { _id, kind, title, place, host, day, from }: Host,
  branch: Organization,
  bookers: readonly Member[],
  now: Instant,
): Consultation => {
  const slots = [day, day + 7].flatMap(later => {
    const first = instantOf(addDays(dateOf(now), later), from)
    return [0, 1, 2, 3, 4, 5].map(nth => ({ startsAt: first + nth * HALF_HOUR, endsAt: first + (nth + 1) * HALF_HOUR }))
  })
  const bookings = bookers.flatMap((one, nth) => {
    const slot = slots[nth]
    if (!slot) return []
    const own = { openid: `demo-member-${one._id.slice(2)}`, memberId: one._id, name: one.name }
    return [
      { ...slot, key: bookingKey(slot.startsAt, one._id), memberId: one._id, name: one.name, state: 'booked' as const, at: now, by: own },
    ]
  })
  const look = nextReminder(bookings, now)
  return {
    ...{ _id, orgId: branch._id, orgName: branch.name, path: branch.path, scopes: scopesOf(branch.path), kind, title },
    ...{ place: { name: place }, hostIds: [host._id], slots, bookings, waiting: [], news: [], version: 1 },
    ...{ endsAt: Math.max(...slots.map(one => one.endsAt)), createdBy: by, createdAt: now },
    ...(look === null ? {} : { lookAt: look }),
  }
}

/** An escort to hospital that is planned for the day after tomorrow, and a wish that waits for a plan. */
const wishesOf = (elders: readonly [Member, Member], helper: Member, now: Instant): Wish[] => {
  const on = addDays(dateOf(now), 2)
  const span = spanOf(on, '08:30', '11:30')
  const [patient, wishing] = elders
  const about = (one: Member) => ({
    ...{ memberId: one._id, name: one.name, branchId: one.branchId, path: one.path, scopes: scopesOf(one.path) },
    ...{
      raisedBy: by,
      raisedAt: now - 24 * 3_600_000,
      costs: [],
      note: '',
      photoFileIds: [],
      reason: '',
      news: [],
      version: 1,
      open: true,
    },
  })
  if (!span) return []
  const at = remindAt(span, now)
  return [
    {
      ...{
        _id: 'wish-escort',
        ...about(patient),
        party: [patient._id, helper._id],
        kind: 'escort',
        text: '去医院复查心脏，腿脚不便',
        state: 'planned',
      },
      plan: {
        ...{ on, ...span, people: [{ memberId: helper._id, name: helper.name, part: '陪同' }], papers: ['医保卡', '病历本'] },
        steps: ['接上老人', '挂号', '看医生', '取药', '送回家'].map(text => ({ text })),
      },
      ...(at === null ? {} : { remindAt: at, lookAt: at }),
    },
    { ...{ _id: 'wish-old-unit', ...about(wishing), party: [wishing._id], kind: 'wish', text: '想回老部队驻地看看', state: 'raised' } },
  ]
}

/** A doctor and a lawyer who can be booked, an escort and a wish of the branch. */
export const demoHelp = (
  branch: Organization,
  { retired, inService }: { retired: readonly Member[]; inService: readonly Member[] },
  now: Instant,
): Seed => {
  const [doctor, lawyer] = [inService[2], inService[3]]
  const [first, second, patient, wishing] = retired.slice(40, 44)
  if (!doctor || !lawyer || !first || !second || !patient || !wishing) return {}
  return {
    hours: [
      hoursOf({ _id: 'hours-doctor', kind: 'health', title: '家庭医生坐诊', place: '健康小站', host: doctor, day: 2, from: '08:30' }, branch, [first, second], now), // prettier-ignore
      hoursOf({ _id: 'hours-lawyer', kind: 'law', title: '法律咨询', place: '党群服务中心', host: lawyer, day: 4, from: '14:00' }, branch, [first], now), // prettier-ignore
    ],
    wishes: wishesOf([patient, wishing], doctor, now),
  }
}
