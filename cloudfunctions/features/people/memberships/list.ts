import type { memberships as contract } from '../../../../core/people/memberships/contract'
import { roles } from '../../../../core/shared/operation'
import { LEAST_LETTERS } from '../../../../core/people/joining/rules'
import { Members, Organizations, type Member } from '../documents'
import type { Context, Handlers } from '../use-case'
import { Transfers } from './documents'
import { membershipsOf } from './log'

/** Branches that are offered to choose from. */
const OFFERED = 20

/** The person it is about: the caller, the elder they act for, or a person they hold an office over. */
const whose = async (context: Context<'membership.list'>, memberId: string | undefined): Promise<Member> => {
  const { store, person, people, holds, fail } = context
  if (memberId === undefined || memberId === person._id) return person
  const acted = people.find(one => one._id === memberId)
  if (acted) return acted
  const member = await store.table(Members).get(memberId)
  const isOver = member !== null && [member, ...member.affiliates].some(one => holds(roles, one.path))
  return isOver ? member : fail('FORBIDDEN')
}

export const list: Handlers<Pick<typeof contract, 'membership.list' | 'membership.branches'>> = {
  async 'membership.list'({ memberId }, context) {
    const { store } = context
    const member = await whose(context, memberId)
    const log = membershipsOf(member)
    const [orgs, [letter]] = await Promise.all([
      store.table(Organizations).getMany([...new Set(log.map(one => one.branchId))]),
      store.table(Transfers).find({ memberId: member._id, open: true }, { limit: 1 }),
    ])
    const named = new Map(orgs.filter(one => one.kind === 'branch').map(one => [one._id, one.name]))
    const rank = (one: (typeof log)[number]) => (one.until !== null ? 2 : one.kind === 'primary' ? 0 : 1)
    return {
      memberId: member._id,
      name: member.name,
      items: log
        .flatMap(({ endedBy: _how, ...one }) => {
          const branchName = named.get(one.branchId)
          return branchName === undefined ? [] : [{ ...one, branchName }]
        })
        .toSorted((one, other) => rank(one) - rank(other) || (other.since ?? '').localeCompare(one.since ?? '')),
      ...(letter ? { transfer: { toName: letter.toName, startedOn: letter.startedOn, dueOn: letter.dueOn } } : {}),
    }
  },

  async 'membership.branches'({ name }, { store, fail }) {
    const begins = name.replace(/\s/gu, '')
    if (begins.length < LEAST_LETTERS) return fail('INVALID_INPUT', { paths: ['name'] })
    const organizations = store.table(Organizations)
    const wanted = { kind: 'branch', name: { startsWith: begins }, closedAt: { exists: false } } as const
    const open = await organizations.pick(wanted, ['name', 'parentId'], { order: [['name', 'asc']], limit: OFFERED })
    const above = await organizations.getMany([...new Set(open.flatMap(one => one.parentId ?? []))])
    return {
      items: open.map(one => ({
        branchId: one._id,
        name: one.name,
        under: above.find(parent => parent._id === one.parentId)?.name ?? '',
      })),
    }
  },
}
