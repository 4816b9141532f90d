import { withBase } from '../../../../core/means/dues/rules'
import type { Meeting } from '../../../kernel/takeover'
import type { DuesAccount } from './documents'

/** Two accounts of one person: a month that either paid is paid; the bases of the record that stays hold, and of the other those it does not say. */
export const accountsOfDuesMeet: Meeting<DuesAccount> = {
  join: (mine, other) => ({
    ...mine,
    bases: mine.bases.reduce(withBase, [...other.bases]),
    reliefs: [...other.reliefs, ...mine.reliefs],
    paid: [...mine.paid, ...other.paid.filter(one => !mine.paid.some(each => each.month === one.month))].sort((one, next) =>
      one.month < next.month ? -1 : 1,
    ),
    pending: [...mine.pending, ...other.pending],
    undone: [...mine.undone, ...other.undone],
  }),
}
