import { isDeepStrictEqual } from 'node:util'
import { monthOf, dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { announce } from '../../../kernel/announcements'
import type { Ports } from '../../../kernel/ports'
import type { Beside } from '../../../kernel/remembering'
import { markRollup } from '../../../kernel/rollups'
import { type Gap, type GapsAsked, GapsOf } from '../announcements'
import { Members, type Member, type Organization } from '../documents'
import { isElder } from '../elders'
import { settleDuty } from '../liaisons/duty'
import { CoveredOrgs, type GapRow, GapRows } from './documents'
import { markCoverage } from './marks'
import { COVERAGE } from './topic'

const one = (holds: boolean): number => (holds ? 1 : 0)

/** What an organization adds to the wholes by itself. */
const wholesOf = ({ kind, closedAt }: Organization, members: readonly Member[]) => ({
  branches: one(kind === 'branch' && closedAt === undefined),
  members: members.length,
  elders: members.filter(isElder).length,
  units: one((kind === 'organ' || kind === 'community') && closedAt === undefined),
})

const rowOf = ({ kind, id, why, asks }: Gap, org: Organization, since: string): GapRow => ({
  ...{ _id: `${kind}:${id}`, kind, of: id, why, orgId: org._id, scopes: scopesOf(org.path), since },
  ...(asks === true ? { asks } : {}),
})

/** As `coverOrg`, with what the capabilities answer. */
export const coverWith = async (
  acting: Beside,
  org: Organization,
  ask: (asked: GapsAsked) => Promise<readonly (readonly Gap[])[]>,
): Promise<void> => {
  const { store, read = store, now } = acting
  const table = store.table(GapRows)
  const [found, known, covered] = await Promise.all([
    read.table(Members).findAll({ branchId: org._id }),
    read.table(GapRows).findAll({ orgId: org._id }),
    read.table(CoveredOrgs).get(org._id),
  ])
  const members = found.filter(member => member.state === 'active')
  const gaps = (await ask({ org, members })).flat()
  const before = new Map(known.map(row => [row._id, row]))
  const rows = gaps.map(gap => rowOf(gap, org, before.get(`${gap.kind}:${gap.id}`)?.since ?? dateOf(now)))
  const changed = rows.filter(row => !isDeepStrictEqual(before.get(row._id), row))
  const gone = known.filter(row => !rows.some(each => each._id === row._id)).map(row => row._id)
  const of = wholesOf(org, members)
  // A person who came from another branch has a row under the same key there.
  for (const row of changed) await table.put(row)
  if (gone.length > 0) await table.remove({ _id: { in: gone }, orgId: org._id })
  const orgs = store.table(CoveredOrgs)
  if (!covered) await orgs.add({ _id: org._id, of, marks: 0 })
  else if (!isDeepStrictEqual(covered.of, of)) await orgs.update({ _id: org._id }, { set: { of } })
  if (changed.length > 0 || gone.length > 0 || !isDeepStrictEqual(covered?.of, of))
    await markRollup(acting, COVERAGE, org._id, [monthOf(now)])
  // A branch came or went: what stands above it may lack one now, and what it owes begins or ends.
  if (org.kind === 'branch' && covered?.of.branches !== of.branches)
    await Promise.all([markCoverage(acting, [org.parentId]), settleDuty(acting, org)])
}

/**
 * Works out what lacks something in one organization, itself and its people: each capability that knows of it answers (`GapsOf`). Writes what differs and
 * marks the figures then. Safe to repeat.
 */
export const coverOrg = (ports: Ports & Beside, org: Organization): Promise<void> =>
  coverWith(ports, org, asked => announce({ ...ports, store: ports.read ?? ports.store }, GapsOf, asked))
