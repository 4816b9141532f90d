import * as z from 'zod'
import { alikeOf, MOST_ALIKE, placeOf, sizesLike, type Traits } from '../../../../core/assessment/rounds/alike'
import { branchKinds } from '../../../../core/people/public'
import { isElderly } from '../../../../core/shared/almanac/ages'
import { dateOf, monthBefore, monthOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { Rollups, type Rollup } from '../../../kernel/documents'
import { rollupId, type OrgNode, type Topic, valueOf } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'

const Shape = z.object({ kind: z.enum(branchKinds), elders: z.int(), over80: z.int() })
const nothing: Traits = { kind: 'established', elders: 0, over80: 0 }
const Kinded = z.object({ branchKind: z.enum(branchKinds).catch('established') })

/**
 * What branches are alike in, by month: nights count it, of branches alone. Its `worry` is the place in which those of one kind stand together by their size, so
 * that those about as large are found by a search of a few. It is on no board.
 */
export const alikeTopic: Topic<Traits> = {
  name: 'alike',
  shape: Shape,
  nothing,
  added: () => nothing,
  periods: now => [monthOf(now)],
  async countBranch(store, branch: OrgNode, _month, at) {
    // Searched for as other figures of a branch search, so that its members are read once for all of them.
    const members = (await store.table(Members).findAll({ branchId: branch._id })).filter(one => one.state === 'active')
    const elders = members.filter(one => one.standing === 'retired' || one.standing === 'honoured-retired')
    const over80 = elders.filter(one => isElderly(one.birthday, dateOf(at))).length
    return { kind: Kinded.parse(branch).branchKind, elders: elders.length, over80 }
  },
  worry: placeOf,
  byNight: true,
}

/** As many of each side are looked at: larger, and smaller. */
const EACH_SIDE = 60
type Known = Traits & { _id: string; name: string; month: string }
const knownOf = (row: Rollup): Known => ({ _id: row.orgId, name: row.name, month: row.period, ...valueOf(alikeTopic, row) })

/** What is known of a branch: as it was counted this month, else last month; null before its first night. */
export const traitsOf = async (store: Store, branchId: string, now: Instant): Promise<Known | null> => {
  const month = monthOf(now)
  const rows = await store.table(Rollups).getMany([month, monthBefore(month)].map(one => rollupId(alikeTopic.name, branchId, one)))
  const [latest] = rows.filter(one => one.value !== null).sort((one, other) => (one.period < other.period ? 1 : -1))
  return latest ? knownOf(latest) : null
}

/** The branches of a place that are like this one, the most alike first. */
export const alikeIn = async (store: Store, scope: string, own: Known): Promise<Known[]> => {
  const { from, to } = sizesLike(own.elders)
  const [bottom, here, top] = [from, own.elders, to + 1].map(elders => placeOf({ kind: own.kind, elders }))
  if (own.elders === 0 || bottom === undefined || here === undefined || top === undefined) return []
  const within = { scopes: scope, topic: alikeTopic.name, period: own.month }
  const table = store.table(Rollups)
  const [larger, smaller] = await Promise.all([
    table.find({ ...within, worry: { gte: here, lt: top } }, { order: [['worry', 'asc'], ['_id', 'asc']], limit: EACH_SIDE }), // prettier-ignore
    table.find({ ...within, worry: { gte: bottom, lt: here } }, { order: [['worry', 'desc'], ['_id', 'desc']], limit: EACH_SIDE }), // prettier-ignore
  ])
  return alikeOf(own, [...larger, ...smaller].map(knownOf), MOST_ALIKE)
}
