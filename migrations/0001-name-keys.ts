import * as z from 'zod'
import { nameKey } from '../core/people/names/names'
import type { Migration } from './migration'

const Member = z.object({ _id: z.string(), name: z.string() })
/** As many rows as are read at a time, and how many of them are written at a time. */
const [READ, WRITTEN] = [500, 20]

/** Members written before names had a key get theirs, so that a search finds them too. */
export const nameKeys: Migration = {
  id: '0001-name-keys',
  title: '给姓名补上检索用的写法',
  async run(database) {
    const give = ({ _id, name }: z.infer<typeof Member>) =>
      database.update('members', { _id, name, nameKey: { exists: false } }, { set: { nameKey: nameKey(name) }, unset: [] })
    for (let changed = 0; ;) {
      const rows = z.array(Member).parse(await database.find('members', { nameKey: { exists: false } }, READ))
      if (rows.length === 0) return changed
      for (let from = 0; from < rows.length; from += WRITTEN) {
        const counts = await Promise.all(rows.slice(from, from + WRITTEN).map(give))
        changed += counts.reduce((sum, count) => sum + count, 0)
      }
    }
  },
}
