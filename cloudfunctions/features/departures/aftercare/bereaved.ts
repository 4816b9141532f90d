import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { isQuietEnd } from '../../../../core/departures/aftercare/rules'
import { announce } from '../../../kernel/announcements'
import { Members, MembersChanged } from '../../people/public'
import { Farewells } from '../documents'
import type { Context, Handlers } from '../use-case'
import { mourn } from './mourn'

/** Fails with NOT_FOUND unless all of these are living members of the same branch, other than the dead. */
export const checkBereaved = async (
  { store, subject, fail }: Context<'aftercare.mark'> | Context<'aftercare.bereaved'>,
  ids: readonly string[],
) => {
  const found = ids.length === 0 ? [] : await store.table(Members).getMany([...ids])
  const fit = found.filter(one => one.state === 'active' && one.branchId === subject.branchId && one._id !== subject._id)
  if (fit.length < new Set(ids).size) fail('NOT_FOUND')
}

export const bereaved: Handlers<Pick<typeof contract, 'aftercare.bereaved'>> = {
  async 'aftercare.bereaved'({ memberId, bereavedIds, until }, context) {
    const { store, audit, fail } = context
    const row = await store.table(Farewells).get(memberId)
    if (row?.state !== 'marked') return fail('NOT_FOUND')
    await checkBereaved(context, bereavedIds)
    const quietUntil = until ?? row.quietUntil
    if (!isQuietEnd(quietUntil, row.diedOn)) return fail('INVALID_INPUT', { paths: ['until'] })
    await store.table(Farewells).update({ _id: memberId, state: 'marked' }, { set: { bereavedIds, quietUntil } })
    await mourn(context, { ...row, quietUntil }, bereavedIds)
    for (const id of bereavedIds) audit(id, 'aftercare.bereaved')
    await announce(context, MembersChanged, { branchId: row.branchId })
    return {}
  },
}
