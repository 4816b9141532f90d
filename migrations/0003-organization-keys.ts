import * as z from 'zod'
import { orgKeys } from '../core/people/organizations/found-by'
import type { Migration } from './migration'

const Organization = z.object({ _id: z.string(), name: z.string() })
/** As many rows as are read at a time, and how many of them are written at a time. */
const [READ, WRITTEN] = [500, 20]

/** Organizations written before they could be looked for get what they are found by. */
export const organizationKeys: Migration = {
  id: '0003-organization-keys',
  title: '给组织名称补上拼音检索用的写法',
  async run(database) {
    const give = ({ _id, name }: z.infer<typeof Organization>) =>
      database.update('organizations', { _id, name, findKeys: { exists: false } }, { set: { findKeys: orgKeys(name) }, unset: [] })
    for (let changed = 0; ;) {
      const rows = z.array(Organization).parse(await database.find('organizations', { findKeys: { exists: false } }, READ))
      if (rows.length === 0) return changed
      for (let from = 0; from < rows.length; from += WRITTEN) {
        const counts = await Promise.all(rows.slice(from, from + WRITTEN).map(give))
        changed += counts.reduce((sum, count) => sum + count, 0)
      }
    }
  },
}
