import { standsOver } from '../../../../core/shared/offices'
import { Members, Organizations, type Member } from '../documents'
import { VOLUNTEERS } from '../identity/volunteers'
import type { Context } from '../use-case'

/** As many telephones as one query asks for. */
const AT_ONCE = 200

/** A person and the name of the organization they belong to. */
export interface Elsewhere {
  member: Member
  home: string
}

/**
 * Who has one of these telephones and may therefore stand on a list of another branch: volunteers who registered, and members of branches that the caller
 * keeps, those of `branchId` left out. Nothing is told of other branches, nor of a person whose office the caller could not give.
 */
export const peopleElsewhere = async (
  { store, holds, people, account }: Pick<Context<'roster.preview'>, 'store' | 'holds' | 'people' | 'account'>,
  phones: readonly string[],
  branchId?: string,
): Promise<Elsewhere[]> => {
  const own = people.find(one => one._id === account?.memberId)
  const wanted = [...new Set(phones)]
  const slices = Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, at) => wanted.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
  const found = await Promise.all(slices.map(some => store.table(Members).find({ phones: { in: some } }, { limit: 1000 })))
  const members = [...new Map(found.flat().map(member => [member._id, member])).values()].filter(
    ({ branchId: home, state, path, grants }) =>
      state === 'active' &&
      home !== branchId &&
      (home === VOLUNTEERS || holds(['secretary', 'street', 'bureau'], path)) &&
      standsOver(own?.grants ?? [], grants),
  )
  if (members.length === 0) return []
  const homes = await store.table(Organizations).getMany([...new Set(members.map(member => member.branchId))])
  return members.map(member => ({ member, home: homes.find(one => one._id === member.branchId)?.name ?? '志愿者' }))
}
