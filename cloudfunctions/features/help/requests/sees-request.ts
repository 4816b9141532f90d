import { viewerOf } from '../../../../core/help/requests/viewers'
import type { Ports } from '../../../kernel/ports'
import { Requests } from '../documents'

/** May the member open the request? `holdsOver` tells whether they hold an office over a path. */
export const seesRequest = async (
  { store }: Pick<Ports, 'store'>,
  { requestId, memberId, holdsOver }: { requestId: string; memberId: string; holdsOver: (path: string) => boolean },
): Promise<boolean> => {
  const request = await store.table(Requests).get(requestId)
  return request !== null && viewerOf(request, memberId, holdsOver(request.path)) !== null
}
