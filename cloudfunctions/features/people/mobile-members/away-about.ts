import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { MobileMembers } from './documents'

/** More members away than a branch has. */
const MOST = 1000

/** The members of a branch who are away on a day, and those away from elsewhere that it takes in, each with the branch that does. */
export const awayAbout = async (store: Store, branchId: string, day: DateText): Promise<Map<string, { hostId?: string }>> => {
  const rows = await store.table(MobileMembers).find({ scopes: branchId }, { limit: MOST })
  const away = rows.filter(one => one.away && one.from <= day)
  return new Map(away.map(one => [one._id, one.host ? { hostId: one.host.branchId } : {}]))
}

/** Of these people those who are away, with the days; open where their return is not known. */
export const awaysOf = async (
  store: Store,
  memberIds: readonly string[],
): Promise<Map<string, { from: DateText; until?: DateText | undefined }[]>> => {
  const rows = await store.table(MobileMembers).getMany(memberIds)
  return new Map(rows.flatMap(one => (one.away ? [[one._id, [{ from: one.from, until: one.until }]] as const] : [])))
}
