import type { visits as contract } from '../../../../core/care/visits/contract'
import { roles } from '../../../../core/shared/operation'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Context, Handlers } from '../use-case'
import { Visits } from './documents'
import { itemOf, PAGE } from './item'

/** The organizations at or under the subject whose visits the caller looks after. */
const scopesWithin = ({ person, subject, holds }: Context<'visit.due'>): string[] => {
  if (holds(roles, subject.path)) return [subject._id]
  const within = person.grants.filter(({ role, path }) => role !== 'street' && role !== 'bureau' && path.startsWith(subject.path))
  return [...new Set(within.map(grant => grant.orgId))]
}

export const due: Handlers<Pick<typeof contract, 'visit.due'>> = {
  async 'visit.due'({ from, to, cursor }, context) {
    const { store, now, fail } = context
    const [scope, ...others] = scopesWithin(context)
    if (scope === undefined) return fail('FORBIDDEN')
    const { items, cursor: next } = await pageBy(
      store.table(Visits),
      {
        scopes: others.length === 0 ? scope : { in: [scope, ...others] },
        closes: { gte: from },
        opens: { lte: to },
        state: { not: 'dropped' },
      },
      byNumber('closes'),
      { size: PAGE, cursor },
    )
    return { items: items.map(one => itemOf(one, now)), cursor: next }
  },
}
