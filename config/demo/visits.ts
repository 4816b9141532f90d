import { isElder } from '../../cloudfunctions/features/people/elders'
import { withVisitors } from '../../cloudfunctions/features/care/visits/visitors'
import { newVisit, warnings } from '../../cloudfunctions/features/care/visits/planning'
import { planYears } from '../../cloudfunctions/features/care/visits/round'
import { planId } from '../../cloudfunctions/features/care/visits/replan'
import type { Caseload } from '../../cloudfunctions/features/care/pairings/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Visit, VisitPlan } from '../../cloudfunctions/features/care/visits/documents'
import { helpersIn } from '../../cloudfunctions/features/care/pairings/helpers'
import { calendarWith } from '../../core/shared/almanac/days'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { closesAt, opensAt, seasonOf, visitId } from '../../core/care/visits/owed'
import { planVisits } from '../../core/care/visits/plan'
import { usualVisits } from '../../core/care/visits/settings'
import type { Seed } from './shape'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** How far back the demo's visits go. */
const BEHIND = 90 * DAY
const found = ['精神很好，家里都安排好了。', '血压有点高，按时吃药。', '腿脚不便，女儿每天过来。', '想听听支部最近的活动。']

/**
 * The visits of the demo branch: this year's plan and, from November on, next year's; of the last three months all but a few visits were
 * made, and since yesterday one elder is in hospital.
 */
export const demoVisits = (branch: Organization, members: readonly Member[], caseloads: readonly Caseload[], now: Instant): Seed => {
  const calendar = calendarWith([])
  const elderly = members.filter(isElder)
  const elders = withVisitors(
    elderly,
    helpersIn(
      caseloads,
      elderly.map(one => one._id),
    ),
    members,
  )
  const branchSecretary = members.find(one => one.grants.some(grant => grant.role === 'secretary'))?._id ?? ''
  const here = new Map(members.map(({ _id, name }) => [_id, { memberId: _id, name }]))
  const rows = planYears(now).flatMap(year =>
    planVisits({
      ...{ year, elders, here, rows: [], beside: [], calendar, settings: usualVisits },
      now: Math.min(now, instantOf(`${String(year)}-01-01`)),
    })
      .filter(one => one.closes > now - BEHIND)
      .sort((one, other) => one.closes - other.closes || (one._id < other._id ? -1 : 1))
      .map((one, index): Visit => {
        // The assignees of open visits were told.
        const { tellAt, ...row } = newVisit(one, branch._id, year, now)
        const visit: Visit = { ...row, ...(one.opens > now && tellAt !== undefined ? { tellAt } : {}) }
        if (one.closes >= now || index % 29 === 3) return visit
        // Visits without an assignee were made by the secretary.
        const who = here.get(one.assigneeId ?? branchSecretary) ?? { memberId: branchSecretary, name: '' }
        const at = instantOf(one.on ?? dateOf(one.closes), '10:00')
        return {
          ...visit,
          state: 'done',
          record: {
            at,
            by: index % 4 === 1 ? 'call' : 'visit',
            note: found[index % found.length] ?? '',
            brought: index % 4 === 1 ? '' : '牛奶、米和油',
            found: '',
            photoFileIds: [],
            needs: [],
            requestIds: [],
            actor: { openid: 'demo-visitor', ...who },
            recordedAt: at + HOUR,
            commandId: `demo:${one._id}`,
          },
        }
      }),
  )
  const ill = elders[24]
  const [carer] = ill?.visitors ?? []
  const plans = planYears(now).map((year): VisitPlan => {
    const warnAt = warnings(calendar, year).find(one => one.at > now)?.at
    return {
      _id: planId(branch._id, year),
      branchId: branch._id,
      path: branch.path,
      year,
      marks: 1,
      plannedAt: now,
      known: calendar.knows(year),
      birthdaysUnknown: [],
      ...(warnAt === undefined ? {} : { warnAt }),
    }
  })
  return { visits: [...rows, ...(ill && carer ? [inHospital(branch, ill, carer, now)] : [])], 'visit-plans': plans }
}

const inHospital = (
  branch: Organization,
  { memberId, name, path }: { memberId: string; name: string; path: string },
  carer: { memberId: string; name: string },
  now: Instant,
): Visit => {
  const from = addDays(dateOf(now), -1)
  const span = { from, to: addDays(from, 3) }
  const year = Number(from.slice(0, 4))
  return {
    ...newVisit(
      {
        _id: visitId(memberId, 'illness', from),
        ...{ memberId, name, path, rule: 'illness', period: from, season: seasonOf('illness', year), state: 'due' },
        ...{ opens: opensAt(span), closes: closesAt(span), assigneeId: carer.memberId, assigneeName: carer.name, on: dateOf(now) },
      },
      branch._id,
      year,
      now + 5 * DAY,
    ),
    raised: {
      why: '住进区人民医院心内科，3号楼12床。',
      by: { openid: 'demo-secretary', memberId: 'v-10', name: '' },
      at: now - DAY,
    },
  }
}
