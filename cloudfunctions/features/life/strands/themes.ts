import { periodOn } from '../../../../core/shared/obligations/periods'
import { dateOf } from '../../../../core/shared/calendar'
import type { strandsContract as contract } from '../../../../core/life/strands/contract'
import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { Themes } from './documents'

const themeId = (branchId: string, quarter: string) => `${branchId}:${quarter}`

/** The theme of the quarter in which that instant lies; null where the branch set none. */
export const themeAt = async (store: Store, branchId: string, at: Instant): Promise<string | null> =>
  (await store.table(Themes).get(themeId(branchId, periodOn('quarter', dateOf(at)))))?.title ?? null

export const theme: Handlers<Pick<typeof contract, 'activity.theme'>> = {
  async 'activity.theme'({ branchId, quarter, title }, { store, subject: branch, actor, now, fail, checkText }) {
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const [table, _id] = [store.table(Themes), themeId(branchId, quarter)]
    if (title === '') await table.remove({ _id })
    else {
      await checkText(title)
      await table.put({ _id, branchId, quarter, title, by: actor, at: now })
    }
    return {}
  },
}
