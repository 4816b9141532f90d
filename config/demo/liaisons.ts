import { quietGaps } from '../../cloudfunctions/features/life/activities/quiet'
import { unpairedGaps } from '../../cloudfunctions/features/care/pairings/unpaired'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { committeeGaps } from '../../cloudfunctions/features/people/committees/gaps'
import { coverWith } from '../../cloudfunctions/features/people/coverage/cover'
import { ownGaps } from '../../cloudfunctions/features/people/coverage/own-gaps'
import { blankDuty, settleDuty } from '../../cloudfunctions/features/people/liaisons/duty'
import { liaisonGaps } from '../../cloudfunctions/features/people/liaisons/gaps'
import type { Ports } from '../../cloudfunctions/kernel/ports'
import { addDays, addMonths, dateOf, instantOf } from '../../core/shared/calendar'
import { periodOn, periodsBetween, sayPeriod, spanOf } from '../../core/shared/obligations/periods'
import type { Instant } from '../../core/shared/operation'
import { beginRhythm } from './rhythm'
import type { Seed } from './shape'

interface People {
  organizations: readonly Organization[]
  members: readonly Member[]
  secretary: Member
}

/** Days into a quarter on which the demo's liaison comes. */
const COMES_AFTER = 40

/** The first day of the month or quarter so many before that of a date. */
const startOf = (pace: 'month' | 'quarter', date: string, before: number): string => {
  const step = pace === 'month' ? 1 : 3
  return spanOf(periodOn(pace, addMonths(spanOf(periodOn(pace, date)).from, -step * before))).from
}

/**
 * Since the beginning of the year a branch of the demo has a liaison, the street's officer, who came in each quarter that is over, and its reports of
 * those are there; the neighbour has none and was not visited. All above have heard of that, so that a story begins in silence.
 */
export const demoLiaisons = ({ organizations, members, secretary }: People, now: Instant): Seed => {
  const today = dateOf(now)
  // A branch owes from when it was first here: most came this autumn, those without a liaison a quarter earlier.
  const [year, joined, early] = [`${today.slice(0, 4)}-01-01`, startOf('month', today, 2), startOf('quarter', today, 1)]
  const offices = members.flatMap(one =>
    one.grants.filter(grant => grant.role === 'street').map(grant => ({ path: grant.path, holder: one })),
  )
  const [anywhere] = offices
  const branches = organizations.filter(one => one.kind === 'branch')
  /** The street's officer; in an organ, which has none, that of the first street. Every ninth of the many has none, and the neighbour. */
  const liaisonOf = (branch: Organization, index: number): Member | undefined =>
    branch._id === 'branch-02' || index % 9 === 8 ? undefined : (offices.find(one => branch.path.startsWith(one.path)) ?? anywhere)?.holder
  const named = branches.map((branch, index) => ({ branch, liaison: liaisonOf(branch, index) }))
  const past = periodsBetween(periodOn('quarter', year), periodOn('quarter', today)).slice(0, -1)
  const actor = ({ _id, name }: Member) => ({ openid: '', memberId: _id, name })
  return {
    'branch-duties': named.map(({ branch, liaison }) => ({
      ...blankDuty(branch, liaison ? joined : early),
      version: 1,
      ...(liaison ? { memberId: liaison._id, takenOn: year } : {}),
    })),
    'branch-visits': named.flatMap(({ branch, liaison }) =>
      past.flatMap(period => {
        const on = addDays(spanOf(period).from, COMES_AFTER)
        const at = instantOf(on, '10:00')
        const told = { at, note: '参加了主题党日，听了老同志的意见。', photoFileIds: [], recordedAt: at, earlier: [] }
        return liaison ? [{ _id: `${branch._id}:${on}`, branchId: branch._id, on, ...told, by: actor(liaison) }] : []
      }),
    ),
    'branch-reports': branches.flatMap(branch =>
      past.map(period => {
        const at = instantOf(addDays(spanOf(period).to, 3), '15:00')
        const text = `${sayPeriod(period)}，按时开展了主题党日，走访了独居和生病的老同志。`
        return { _id: `${branch._id}:${period}`, branchId: branch._id, period, text, fileIds: [], at, by: actor(secretary), earlier: [] }
      }),
    ),
  }
}

/** What an organization lacks and owes next, worked out as the timer does. */
export const workOut = async (acting: Pick<Ports, 'store' | 'now'>, org: Organization): Promise<void> => {
  const today = dateOf(acting.now)
  if (org.kind === 'branch') {
    const { visit } = await settleDuty(acting, org)
    await beginRhythm(acting, org)
    if (visit && visit.dueOn < today)
      await settleDuty(acting, org, row => (row.visit ? { ...row, visit: { ...row.visit, told: 'bureau' } } : row))
  }
  await coverWith(acting, org, asked =>
    Promise.all([ownGaps, committeeGaps, liaisonGaps, quietGaps, unpairedGaps].map(of => of(acting, asked))),
  )
}
