import * as z from 'zod'
import { nextReminder } from '../core/means/dues/reminders'
import { instantOf } from '../core/shared/calendar'
import type { Migration } from './migration'

const Account = z.object({ _id: z.string() })
/** As many rows as are read at a time, and how many of them are written at a time. */
const [READ, WRITTEN] = [500, 20]
/** When the timer began to look; who has a row from before is looked at from the next quarter and month on. */
const [BEGUN, FIRST_LOOK] = ['2026-11-30', instantOf('2026-12-10', '09:30')] as const

/** Accounts of dues and books from before the timer looked at them get a day on which it does. */
export const moneyLooks: Migration = {
  id: '0005-money-looks',
  title: '给党费和经费账补上自动提醒的日子',
  async run(database) {
    const each = async (collection: string, lacks: 'remindAt' | 'lookAt', set: (id: string) => object) => {
      const where = { [lacks]: { exists: false } }
      for (let changed = 0; ;) {
        const rows = z.array(Account).parse(await database.find(collection, where, READ))
        if (rows.length === 0) return changed
        for (let from = 0; from < rows.length; from += WRITTEN) {
          const some = rows.slice(from, from + WRITTEN)
          const counts = await Promise.all(
            some.map(({ _id }) => database.update(collection, { _id, ...where }, { set: set(_id), unset: [] })),
          )
          changed += counts.reduce((sum, count) => sum + count, 0)
        }
      }
    }
    const accounts = await each('dues-accounts', 'remindAt', _id => ({ remindAt: nextReminder(BEGUN, _id) }))
    return accounts + (await each('fund-books', 'lookAt', () => ({ lookAt: FIRST_LOOK })))
  },
}
