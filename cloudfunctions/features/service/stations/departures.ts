import type { WindUp } from '../../../kernel/departures'
import { StationWords } from './documents'

/** What a person who withdraws said at stations is erased. */
export const eraseStationWords: WindUp = async ({ store }, { memberId }) => {
  await store.table(StationWords).remove({ memberId })
}
