import type { posts as contract } from '../../../../core/service/posts/contract'
import type { Instant, Output } from '../../../../core/shared/operation'
import { mayTakePart } from '../../../kernel/access'
import { byNumber, type Page, pageBy } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import type { Member } from '../../people/public'
import { Posts, type Post } from '../documents'
import type { Context, Handlers } from '../use-case'
import { headOf } from './post-head'
import { shiftView, type ShiftView } from './shift-view'

type Item = Output<(typeof contract)['post.list']>['items'][number]

const PAGE = 20

const itemOf = (post: Post, memberId: string, organizer: boolean, now: Instant): Item => {
  const shifts = post.shifts.map(shift => shiftView(post, shift, now, { memberId, organizer }))
  const ahead = shifts.filter(one => one.state !== 'over' && one.state !== 'cancelled').sort((one, other) => one.startsAt - other.startsAt)
  const sum = (amount: (shift: ShiftView) => number) => ahead.reduce((total, shift) => total + amount(shift), 0)
  return {
    ...headOf(post),
    next: ahead[0] ?? null,
    shifts: shifts.length,
    places: sum(shift => shift.places),
    left: sum(shift => shift.left),
    waiting: sum(shift => shift.waiting),
    atRisk: ahead.some(shift => shift.atRisk),
    mine: shifts.filter(one => one.mine !== null),
  }
}

const branchesRun = (person: Member) => person.grants.filter(grant => grant.role === 'secretary').map(grant => grant.orgId)

/** A page by the end of the post; what a branch has running at a time is little, so that a page may be sieved. */
const pageOf = async (
  { store, person, now }: Context<'post.list'>,
  scope: 'mine' | 'branch' | 'risk' | 'run',
  run: readonly string[],
  cursor: string | undefined,
): Promise<Page<Post>> => {
  const pages = (filter: Filter<Post>) => pageBy(store.table(Posts), filter, byNumber('endsAt'), { size: PAGE, cursor })
  const running = { endsAt: { gt: now } }
  if (scope === 'mine') return pages({ 'queue.memberId': person._id, ...running })
  const branches = scope === 'branch' ? [...new Set([person.branchId, ...person.affiliates.map(one => one.branchId)])] : [...run]
  return branches.length === 0 ? { items: [], cursor: null } : pages({ branchId: { in: branches }, state: 'published', ...running })
}

export const list: Handlers<Pick<typeof contract, 'post.list'>> = {
  async 'post.list'({ scope, cursor }, context) {
    const { person, account, now } = context
    const run = account?.memberId === person._id ? branchesRun(person) : []
    const { items: shown, cursor: next } = await pageOf(context, scope, run, cursor)
    const items = shown
      .filter(post => scope !== 'branch' || mayTakePart(person, post))
      .map(post => itemOf(post, person._id, run.includes(post.branchId), now))
    return { items: scope === 'risk' ? items.filter(one => one.atRisk) : items, cursor: next }
  },
}
