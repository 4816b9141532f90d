import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { written } from '../../cloudfunctions/features/people/memberships/written'
import { grouped } from '../../core/shared/grouped'
import { rungs } from '../../core/people/memberships/letter'
import { bookOf } from '../../core/people/regulations/rules'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000
/** Of so many branches one sends a member to the next; the letters were written one day after the other, the eldest a month and a half ago. */
const EACH = 12
const ELDEST = 45

/** Letters on their way in a district. The late ones are known at every rung, so that a story begins in silence. */
export const demoLetters = (
  { organizations, members }: { organizations: readonly Organization[]; members: readonly Member[] },
  now: Instant,
): Seed => {
  const branches = organizations.filter(one => one.kind === 'branch')
  const byBranch = grouped(members, one => one.branchId)
  const book = bookOf([], [])
  return {
    transfers: branches.flatMap((from, nth) => {
      const to = branches[nth + 1]
      const member = byBranch
        .get(from._id)
        ?.find(one => one.grants.length === 0 && one.standing !== 'in-service' && !one._id.startsWith('m-'))
      if (nth % EACH !== 0 || !to || !member) return []
      const by = { openid: `demo-${from._id}`, memberId: null, name: '支部书记' }
      const letter = written(
        { id: `letter-${from._id}`, member, from, to, reason: '搬到子女身边居住', by, at: now - ((nth / EACH) % ELDEST) * DAY },
        book,
      )
      if ((letter.climbAt ?? now) > now) return [letter]
      const { climbAt: _, ...known } = letter
      return [{ ...known, told: rungs.length }]
    }),
  }
}
