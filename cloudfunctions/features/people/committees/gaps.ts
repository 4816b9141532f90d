import { isGrave, sayWarning } from '../../../../core/people/committees/words'
import type { Ports } from '../../../kernel/ports'
import type { Gap, GapsAsked } from '../announcements'
import { Committees } from './documents'

/** A branch whose committee is not whole, or whose term is over (P06). */
export const committeeGaps = async ({ store }: Pick<Ports, 'store'>, { org }: GapsAsked): Promise<readonly Gap[]> => {
  if (org.kind !== 'branch' || org.closedAt !== undefined) return []
  const { complete = false, warnings = ['none' as const] } = (await store.table(Committees).get(org._id)) ?? {}
  const grave = warnings.filter(isGrave)
  if (complete && grave.length === 0) return []
  const said = grave.length > 0 ? grave : warnings
  return [{ kind: 'committee', id: org._id, why: said.map(sayWarning).join('，') || '班子不齐' }]
}
