import type { Ports } from '../../../kernel/ports'
import type { RequestReader } from '../../care/public'
import { Requests } from '../documents'
import { sightsFor } from './sight'
import { placed } from './standing'

/** May the reader open the request? */
export const seesRequest = async (
  { store }: Pick<Ports, 'store'>,
  { requestId, ...reader }: RequestReader & { requestId: string },
): Promise<boolean> => {
  const found = await store.table(Requests).get(requestId)
  const [request] = found ? await placed(store, [found]) : []
  return request !== undefined && (await sightsFor({ store, ...reader }, [request]))(request) !== null
}
