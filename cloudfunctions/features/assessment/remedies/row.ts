import { placeOf } from '../../../../core/assessment/remedies/rules'
import { remindOn } from '../../../../core/life/public'
import { omit } from '../../../../core/shared/fields'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { Remedies, type Remedy } from './documents'

/** The remedy with its place in lists, and the day on which there is something to say of it: of one without an owner there is not. */
export const placed = (row: Remedy): Remedy => {
  const remind = row.ownerId === null ? undefined : remindOn([row])
  return {
    ...omit(row, 'remindOn'),
    ...(remind === undefined ? {} : { remindOn: remind }),
    ...{ place: placeOf(row), party: row.ownerId === null ? [] : [row.ownerId] },
  }
}

/** Changes a remedy by one conditional write on its version; `next` answers it unchanged where nothing is to be done. */
export const change = (store: Store, seen: Remedy, next: (row: Remedy) => Remedy): Promise<Remedy> =>
  changeRow(store.table(Remedies), seen, row => {
    const wanted = next(row)
    return wanted === row ? row : placed(wanted)
  })
