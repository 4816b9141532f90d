import type { study as contract } from '../../../../core/life/study/contract'
import { roles } from '../../../../core/shared/operation'
import { Members, regulationsFor } from '../../people/public'
import type { Handlers } from '../use-case'
import { askedOf, dayIn, leadersOf, learntBy, sumOf } from './learnt'

export const hours: Handlers<Pick<typeof contract, 'study.hours'>> = {
  async 'study.hours'({ memberId, year }, { store, person, holds, now, fail }) {
    const asked = memberId ?? person._id
    const member = asked === person._id ? person : await store.table(Members).get(asked)
    if (!member) return fail('NOT_FOUND')
    if (asked !== person._id && !holds(roles, member.path)) return fail('FORBIDDEN')
    const [book, leads] = await Promise.all([regulationsFor(store, member.path), leadersOf(store, member.branchId)])
    const items = (await learntBy(store, [asked], { year, book })).get(asked) ?? []
    return { hours: sumOf(items), ...askedOf(member, leads(member), book, dayIn(year, now)), items }
  },
}
