import { scopesOf } from '../../core/shared/scopes'
import { addMembers, countMembers, noMembers, type MemberFigures } from '../../core/figures/boards/figures'
import { dateOf, monthBefore, monthOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Rollup } from '../../cloudfunctions/kernel/documents'
import { MEMBERS } from '../../cloudfunctions/features/people/roster/topic'
import { rollupId } from '../../cloudfunctions/kernel/rollups'
import type { Seed } from './shape'

/** A month ago each branch had two members fewer on its roster and nine fewer bound to WeChat. */
const aMonthAgo = (figures: MemberFigures): MemberFigures => ({
  ...figures,
  count: Math.max(0, figures.count - 2),
  retired: Math.max(0, figures.retired - 2),
  bound: Math.max(0, figures.bound - 9),
})

const row = (org: Organization, period: string, value: MemberFigures, now: Instant): Rollup => ({
  _id: rollupId(MEMBERS, org._id, period),
  topic: MEMBERS,
  orgId: org._id,
  name: org.name,
  parentId: org.parentId,
  scopes: org.kind === 'branch' ? scopesOf(org.path) : [],
  period,
  value,
  worry: 0,
  countedAt: now,
  marks: 0,
})

/** How many members each organization has, now and a month ago; what else the boards show is counted from the documents (figures.ts). */
export const demoRollups = (organizations: readonly Organization[], members: readonly Member[], now: Instant): Seed => {
  const branches = organizations.filter(org => org.kind === 'branch')
  const counted = new Map(
    branches.map(org => [
      org._id,
      countMembers(
        members.filter(one => one.branchId === org._id),
        dateOf(now),
      ),
    ]),
  )
  const month = monthOf(now)
  return {
    rollups: organizations
      .filter(org => org.kind !== 'group')
      .flatMap(org => {
        const below = branches.filter(one => one.path.startsWith(org.path))
        const figures = (change: (one: MemberFigures) => MemberFigures) =>
          below.map(one => change(counted.get(one._id) ?? noMembers)).reduce(addMembers, noMembers)
        return [
          row(
            org,
            month,
            figures(one => one),
            now,
          ),
          row(org, monthBefore(month), figures(aMonthAgo), now),
        ]
      }),
  }
}
