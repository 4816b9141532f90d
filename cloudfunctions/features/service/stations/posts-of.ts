import { dutyPostId } from '../../../../core/service/stations/duty'
import type { Store } from '../../../kernel/store'
import { Posts, type Post } from '../documents'

/** The posts that hold these months of a station, those that there are. One request. */
export const postsOf = (store: Store, stationId: string, months: readonly string[]): Promise<Post[]> =>
  store.table(Posts).getMany(months.map(month => dutyPostId(stationId, month)))
