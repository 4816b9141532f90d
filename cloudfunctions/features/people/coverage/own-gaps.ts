import type { Ports } from '../../../kernel/ports'
import type { Gap, GapsAsked } from '../announcements'
import { Organizations } from '../documents'
import { Joinings } from '../joining/documents'

/** More people than wait at one desk. */
const MOST_ASKING = 200

/** What an organization that is no branch lacks: an organ or a community without a branch; people who belong to no branch, or to a closed one; people who ask and could be put nowhere. */
export const ownGaps = async ({ store }: Pick<Ports, 'store'>, { org, members }: GapsAsked): Promise<readonly Gap[]> => {
  const branch = org.kind === 'branch'
  if (branch && org.closedAt === undefined) return []
  const wants = (org.kind === 'organ' || org.kind === 'community') && org.closedAt === undefined
  const [below, asking] = await Promise.all([
    wants ? store.table(Organizations).find({ parentId: org._id }, { limit: 1000 }) : [],
    branch ? [] : store.table(Joinings).find({ orgId: org._id, state: 'open' }, { limit: MOST_ASKING }),
  ])
  const without = wants && !below.some(one => one.kind === 'branch' && one.closedAt === undefined)
  const why = branch ? '原来的支部撤销了，还没有编进别的支部' : `在${org.name}，没有编进支部`
  return [
    ...(without ? [{ kind: 'no-branch' as const, id: org._id, why: '还没有建支部' }] : []),
    ...members.map(one => ({ kind: 'no-home' as const, id: one._id, why })),
    ...asking.map(one => ({ kind: 'no-home' as const, id: one._id, asks: true, why: '自己来登记，还没有分到支部' })),
  ]
}
