import { isElder } from '../../cloudfunctions/features/people/elders'
import type { BenefitMark } from '../../cloudfunctions/features/care/benefits/documents'
import type { CareContact, CareEntry, CarePlan } from '../../cloudfunctions/features/care/special-care/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { concerns, periodOn, type BenefitKind } from '../../core/care/benefits/kinds'
import { benefitId, periodsFor } from '../../core/care/benefits/rules'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { careFor, kindsOf, usualCare } from '../../core/care/special-care/rules'
import { enrolledAt } from './people'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000

/** Elders who were not called in time, and for how many days. */
const forgotten: Readonly<Record<string, { call: number; visit: number }>> = {
  'm-36': { call: 11, visit: 40 },
  'm-45': { call: 9, visit: 20 },
}
/** How many days ago an elder was last called and visited. */
const contactedBefore = (memberId: string, index: number) =>
  forgotten[memberId] ??
  (index > 0 && Number(memberId.slice(1)) % 41 === 7 && memberId.startsWith('d') ? { call: 45, visit: 100 } : undefined) ?? {
    call: 1 + (index % 5),
    visit: 3 + ((index * 5) % 19),
  }

/** The special care of a branch's elders: when each was last called and visited, and when that is due again. */
export const careContacts = (branch: Organization, elders: readonly Member[], now: Instant): CareContact[] =>
  elders.filter(isElder).flatMap((member, index): CareContact[] => {
    const kinds = kindsOf(member, dateOf(now), usualCare.elderlyAge)
    const { call, visit } = contactedBefore(member._id, index)
    const held = { since: now - 200 * DAY, lastCallAt: now - call * DAY, lastVisitAt: now - visit * DAY }
    const blank = { kinds, callDays: null, visitDays: null, dueAt: null, rung: null, lookAt: null }
    const care = careFor({ ...blank, ...held }, kinds, usualCare.rhythms, now)
    if (!care) return []
    return [
      {
        ...care,
        // The liaison was told the day before yesterday; the leader is next.
        ...(care.dueAt !== null && care.dueAt <= now ? { rung: 'liaison' as const, lookAt: now + DAY } : {}),
        _id: member._id,
        name: member.name,
        branchId: branch._id,
        groupId: member.groupId,
        ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
        lists: member.path.split('/').filter(Boolean),
        rank: care.dueAt ?? Number.MAX_SAFE_INTEGER,
        on: true,
        version: 1,
      },
    ]
  })

/**
 * Special care and benefits of the demo branch: two of the elders most in need were not called in time, the others were; the check-ups are
 * nearly done, the allowances half, last month's medical costs begun.
 */
export const demoCare = (branch: Organization, retired: readonly Member[], inService: readonly Member[], now: Instant): Seed => {
  const today = dateOf(now)
  const who = inService[1]?.name ?? ''
  const rows = careContacts(branch, retired, now)
  const log = rows.flatMap((row): CareEntry[] => {
    const entry = (by: CareEntry['by'], at: Instant | null, note: string): CareEntry[] =>
      at === null ? [] : [{ _id: `${row._id}:${by}:demo`, memberId: row._id, by, reached: true, note, at, who }]
    return [...entry('call', row.lastCallAt, '身体还好，胃口不错'), ...entry('visit', row.lastVisitAt, '')]
  })
  const plan: CarePlan = { _id: branch._id, path: branch.path, due: Date.parse(`${addDays(today, 1)}T03:00:00+08:00`), marks: 1 }
  return { 'care-contacts': rows, 'care-log': log, 'care-plans': [plan], benefits: demoBenefits(retired, today, now, who) }
}

/** Which elders have had each benefit in the open period; in earlier periods all of them have. */
const had: Readonly<Record<BenefitKind, (index: number) => boolean>> = {
  'medical-claim': index => index % 3 === 0,
  'check-up': index => index % 8 !== 3,
  'family-doctor': index => index % 11 !== 5,
  'old-age-allowance': index => index % 2 === 0,
}

const demoBenefits = (retired: readonly Member[], today: string, now: Instant, by: string): BenefitMark[] =>
  (['medical-claim', 'check-up', 'family-doctor', 'old-age-allowance'] as const).flatMap(kind => {
    const current = periodOn(kind, today)
    return retired.flatMap((member, index) =>
      periodsFor(kind, { ...member, since: enrolledAt(now) }, today)
        .filter(period => concerns(kind, member, period) && (period !== current || had[kind](index)))
        .map(period => ({
          _id: benefitId(member._id, kind, period),
          memberId: member._id,
          kind,
          period,
          state: 'done' as const,
          doneOn: addDays(today, -10),
          note: '',
          by,
          at: now - 10 * DAY,
        })),
    )
  })
