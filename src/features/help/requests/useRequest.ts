import { useEffect, useState } from 'react'
import { useQuery } from '../../../platform/query'
import { type Me, peopleOf, type Person } from '../../people/public'

/**
 * One request and the person it is opened as. A message may be about another elder than the one on the screen, or about oneself: where the cloud
 * knows nothing of it for one person, the next one this phone acts for is tried.
 */
export const useRequest = (requestId: string, me: Me, person: Person) => {
  const [turn, setTurn] = useState(0)
  const all = [person, ...peopleOf(me).filter(one => one.memberId !== person.memberId)]
  const one = all[turn] ?? person
  const forMemberId = one.memberId === me.member?.memberId ? {} : { forMemberId: one.memberId }
  const query = useQuery('request.get', { requestId, ...forMemberId })
  const unknown = query.refusal?.code === 'FORBIDDEN' || query.refusal?.code === 'NOT_FOUND'
  const next = unknown && turn + 1 < all.length ? turn + 1 : undefined
  useEffect(() => {
    if (next !== undefined) setTurn(next)
  }, [next])
  return { query, forMemberId, searching: next !== undefined }
}
