import type { Helper } from '../../../../core/help/requests/case'
import { chaserOf, isChased } from '../../../../core/help/requests/chasing'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import { dutyOf, holders, linkAs, officersOf } from '../../care/public'
import type { Member } from '../../people/public'
import type { HelpRequest } from '../documents'

/** The officers over the elder of a request, the nearest first. */
const chainOver = (officers: readonly Member[], { path, branchId }: Pick<HelpRequest, 'path' | 'branchId'>): Helper[] => [
  ...holders(officers, 'secretary', branchId).map(linkAs('secretary')),
  ...dutyOf(officers, scopesOf(path)),
]

/** Who chases each of these requests; no one where its promise is not broken, or is kept by now. One wave, none where there is nothing to chase. */
export const chasersFor = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  requests: readonly HelpRequest[],
): Promise<(one: HelpRequest) => Helper | undefined> => {
  const chased = requests.filter(one => isChased(one, now))
  const officers = chased.length > 0 ? await officersOf(store, ...new Set(chased.map(one => one.path))) : []
  return one => (isChased(one, now) ? chaserOf(one, chainOver(officers, one)) : undefined)
}
