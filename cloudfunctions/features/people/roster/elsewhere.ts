import { standsOver } from '../../../../core/shared/offices'
import { Members, Organizations, type Member } from '../documents'
import { VOLUNTEERS } from '../identity/volunteers'
import type { Context } from '../use-case'

/** As many telephones as one query asks for. */
const AT_ONCE = 200

type Keeping = Pick<Context<'roster.preview'>, 'store' | 'holds' | 'people' | 'account'>

/** A person and the name of the organization they belong to. */
export interface Elsewhere {
  member: Member
  home: string
}

/**
 * Who may come to a branch by a list of it: volunteers who registered, and members of branches that the caller keeps. Nothing is told of other branches, nor
 * of a person whose office the caller could not give.
 */
export const mayCome = ({ holds, people, account }: Keeping): ((member: Member) => boolean) => {
  const own = people.find(one => one._id === account?.memberId)
  return ({ branchId, state, path, grants }) =>
    state === 'active' &&
    (branchId === VOLUNTEERS || holds(['secretary', 'street', 'bureau'], path)) &&
    standsOver(own?.grants ?? [], grants)
}

/** Those of them who have one of these telephones; `only` of one organization. */
export const peopleElsewhere = async (keeping: Keeping, phones: readonly string[], only?: string): Promise<Elsewhere[]> => {
  const { store } = keeping
  const wanted = [...new Set(phones)]
  const slices = Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, at) => wanted.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
  const among = only === undefined ? {} : { branchId: only }
  const found = await Promise.all(slices.map(some => store.table(Members).find({ phones: { in: some }, ...among }, { limit: 1000 })))
  const members = [...new Map(found.flat().map(member => [member._id, member])).values()].filter(mayCome(keeping))
  if (members.length === 0) return []
  const homes = await store.table(Organizations).getMany([...new Set(members.map(member => member.branchId))])
  return members.map(member => ({ member, home: homes.find(one => one._id === member.branchId)?.name ?? '志愿者' }))
}
