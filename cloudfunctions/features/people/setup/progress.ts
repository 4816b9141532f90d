import type { setup as contract } from '../../../../core/people/setup/contract'
import { announce } from '../../../kernel/announcements'
import { FirstNotice } from '../announcements'
import { Members, Organizations } from '../documents'
import type { Handlers } from '../use-case'

/** As many branches as are looked at; branches of one search, whose officers are fewer than the rows of an answer. */
const MOST = 1000
const EACH = 200

export const progress: Handlers<Pick<typeof contract, 'setup.progress'>> = {
  async 'setup.progress'(_, context) {
    const { store, subject } = context
    const open = { path: { startsWith: subject.path }, kind: 'branch', closedAt: { exists: false } } as const
    const branchIds = (await store.table(Organizations).pick(open, ['_id'], { limit: MOST })).map(one => one._id)
    if (branchIds.length === 0) return { branches: 0, led: 0, roster: false, notice: false }
    const members = store.table(Members)
    const parts = Array.from({ length: Math.ceil(branchIds.length / EACH) }, (_, index) =>
      branchIds.slice(index * EACH, (index + 1) * EACH),
    )
    const [officers, others, noticed] = await Promise.all([
      Promise.all(parts.map(some => members.pick({ 'grants.orgId': { in: some }, state: 'active' }, ['grants'], { limit: MOST }))),
      members.find({ branchId: { in: branchIds }, grants: { size: 0 } }, { limit: 1 }),
      announce(context, FirstNotice, { branchIds }),
    ])
    const led = new Set(officers.flat().flatMap(one => one.grants.filter(grant => grant.role === 'secretary').map(grant => grant.orgId)))
    return {
      branches: branchIds.length,
      led: branchIds.filter(one => led.has(one)).length,
      roster: others.length > 0,
      notice: noticed.includes(true),
    }
  },
}
