import * as z from 'zod'
import type { Migration } from './migration'

const Survey = z.object({
  _id: z.string(),
  createdAt: z.number(),
  telling: z.object({ what: z.enum(['open', 'result']), after: z.string().optional() }).optional(),
  tellDue: z.number().optional(),
})
/** As many rows as are read at a time. */
const READ = 200

/** Surveys that told their people in a way of their own get what is still to be told as acts, like all others that tell many. */
export const surveyActs: Migration = {
  id: '0004-survey-acts',
  title: '把不记名测评还没有通知完的人改成新的记法',
  async run(database) {
    const give = ({ _id, createdAt, telling, tellDue }: z.infer<typeof Survey>) =>
      database.update(
        'surveys',
        { _id, acts: { exists: false } },
        {
          set: { acts: telling ? [{ ...telling, nth: 0, at: createdAt }] : [], ...(tellDue === undefined ? {} : { actDue: tellDue }) },
          unset: ['telling', 'tellDue'],
        },
      )
    for (let changed = 0; ;) {
      const rows = z.array(Survey).parse(await database.find('surveys', { actDue: { exists: false }, acts: { exists: false } }, READ))
      if (rows.length === 0) return changed
      const counts = await Promise.all(rows.map(give))
      changed += counts.reduce((sum, count) => sum + count, 0)
    }
  },
}
