import * as z from 'zod'
import { foundBy } from '../core/people/finding/found-by'
import type { Migration } from './migration'

const Member = z.object({ _id: z.string(), name: z.string(), phones: z.array(z.string()), version: z.number() })
/** As many rows as are read at a time, and how many of them are written at a time. */
const [READ, WRITTEN] = [500, 20]

/** Members written before there was a search across branches get what they are found by, and how their names are read. */
export const findKeys: Migration = {
  id: '0002-find-keys',
  title: '给姓名补上拼音和全区检索用的写法',
  async run(database) {
    const give = ({ _id, name, phones, version }: z.infer<typeof Member>) =>
      database.update('members', { _id, name, version, findKeys: { exists: false } }, { set: foundBy({ name, phones }), unset: [] })
    for (let changed = 0; ;) {
      const rows = z.array(Member).parse(await database.find('members', { findKeys: { exists: false } }, READ))
      if (rows.length === 0) return changed
      for (let from = 0; from < rows.length; from += WRITTEN) {
        const counts = await Promise.all(rows.slice(from, from + WRITTEN).map(give))
        changed += counts.reduce((sum, count) => sum + count, 0)
      }
    }
  },
}
