import { ownerlessNotice } from '../../../../core/assessment/remedies/notices'
import { omit } from '../../../../core/shared/fields'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import type { WindUp } from '../../../kernel/departures'
import { tell } from '../../../kernel/tell'
import { secretariesOf } from '../../people/public'
import { Remedies, type Remedy } from './documents'
import { change } from './row'

/** What the person had to put right waits for another, and the secretaries hear of it; where they withdraw, their name goes from what is done too. */
export const releaseRemedies: WindUp = async (ports, { memberId, why }) => {
  const { store, now } = ports
  const rows = await store.table(Remedies).findAll({ ownerId: memberId })
  const nameless = (row: Remedy): Remedy => (why === 'withdrew' ? { ...row, ownerName: '', ownerId: null } : row)
  for (const seen of rows) {
    if (!seen.open) {
      await change(store, seen, row => (row.ownerId === memberId && !row.open ? nameless(row) : row))
      continue
    }
    const desk = await secretariesOf(store, seen)
    await tell(ports, desk.filter(one => one !== memberId), ownerlessNotice(seen, now), { from: wakingFrom(now) }) // prettier-ignore
    await change(store, seen, row => (row.ownerId === memberId ? nameless({ ...omit(row, 'reminded'), ownerId: null }) : row))
  }
}
