import { inForce } from '../../../../core/shared/hours'
import type { Store } from '../../../kernel/store'
import { Services, type Post, type Service } from '../documents'
import { shiftOf } from './shift-of'
import { serviceId } from './services'

/** The rows of a member on the shifts of a post for which they are in the queue, as far as they count for the present hours. */
export const servicesInForce = async (store: Store, post: Post, memberId: string): Promise<Service[]> => {
  const queued = post.queue.filter(one => one.memberId === memberId)
  const rows = await store.table(Services).getMany(queued.map(one => serviceId(post._id, one.shiftId, memberId)))
  return rows.filter(row => inForce(row, shiftOf(post, row.shiftId)))
}

/** Was the member there: signed in by themselves, or said so by the organizer? */
export const wasThere = ({ state }: Service) => state === 'in' || state === 'served'
