import type { Ports } from '../../../kernel/ports'
import { type Gap, type GapsAsked, isElder } from '../../people/public'
import { careOf } from './branch-pairings'
import { helpersOf } from './helpers'

/** The elders of a branch who are paired with no one (P41). */
export const unpairedGaps = async ({ store }: Pick<Ports, 'store'>, { org, members }: GapsAsked): Promise<readonly Gap[]> => {
  if (org.kind !== 'branch' || org.closedAt !== undefined) return []
  const elders = members.filter(isElder)
  const helpers = await helpersOf(
    store,
    elders.map(one => one._id),
  )
  return elders
    .filter(one => helpers.get(one._id)?.length === 0)
    .map(one => ({ kind: 'unpaired', id: one._id, why: [...careOf(one), '没有人结对'].join('，') }))
}
