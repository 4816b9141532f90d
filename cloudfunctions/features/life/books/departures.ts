import type { WindUp } from '../../../kernel/departures'
import { Books } from './documents'

/** Who departs wants no book any more; one they have is still to be fetched. */
export const leaveShelf: WindUp = async ({ store }, { memberId }) => {
  await store.table(Books).update({ 'wanted.memberId': memberId }, { pull: { wanted: { memberId } } })
}
