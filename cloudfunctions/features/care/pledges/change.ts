import { nextReminder, remindsAt } from '../../../../core/care/pledges/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import { Pledges, type Pledge } from './documents'

/** The row with the time of its next reminder, as it follows from what was done. */
export const withClock = (row: Pledge, now: Instant): Pledge => {
  const next = nextReminder(row, row.acts, row.toldOn, dateOf(now))
  return next ? { ...row, remindAt: remindsAt(next) } : omit(row, 'remindAt')
}

/** Changes a pledge as it stands, again where others were faster; `next` answers null where nothing changes. Answers the row as it stands then. */
export const changePledge = (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  seen: Pledge,
  next: (row: Pledge) => Pledge | null,
): Promise<Pledge> => {
  const table = store.table(Pledges)
  return settleRow<Pledge | null, Pledge>(
    seen,
    () => table.get(seen._id),
    async row => {
      if (!row) throw new Error('a pledge that was there is gone')
      const changed = next(row)
      if (!changed) return row
      const after = { ...withClock(changed, now), version: row.version + 1 }
      return (await table.swap(row, after)) ? after : undefined
    },
  )
}
