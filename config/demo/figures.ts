import { topics } from '../../cloudfunctions/features/figures/boards/topics'
import type { Organization } from '../../cloudfunctions/features/people/documents'
import type { AnyRow, Rollup, RollupNight } from '../../cloudfunctions/kernel/documents'
import { grouped } from '../../core/shared/grouped'
import { counterOf } from '../../cloudfunctions/kernel/rollup-count'
import { nightOf } from '../../cloudfunctions/kernel/rollup-night'
import { rollupId } from '../../cloudfunctions/kernel/rollups'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import { workOut } from './liaisons'
import { memoryStore } from './memory-store'
import { earlierMonths } from './months'
import type { Seed } from './shape'

type Figure = (typeof topics)[number]
const wanted = (now: Instant) => topics.flatMap(topic => topic.periods(now).map(period => ({ topic, period })))

/** Whose branch a row is of; undefined for what several branches have together. */
const branchesOf = (seed: Seed) => {
  const ofMember = new Map((seed.members ?? []).map(one => [one._id, one.branchId]))
  return (row: AnyRow): string | undefined => {
    const { branchId, memberId } = row
    if (typeof branchId === 'string') return branchId
    return typeof memberId === 'string' ? ofMember.get(memberId) : undefined
  }
}

/** Collections whose rows are branches by their `_id`. */
const ofBranches: readonly string[] = ['branch-duties', 'committees']

/** The documents of each branch, with those that several have together: what its figures are counted from, and no more. */
const partsOf = (seed: Seed, branches: readonly Organization[]): Map<string, Seed> => {
  const below = grouped(seed.organizations ?? [], one => one.parentId)
  const withGroups = (branch: Organization): AnyRow[] => [branch, ...(below.get(branch._id) ?? [])].map(one => ({ ...one }))
  const parts = new Map(branches.map(one => [one._id, new Map([['organizations', withGroups(one)]])]))
  const branchOf = branchesOf(seed)
  const put = (part: Map<string, AnyRow[]>, name: string, row: AnyRow) => {
    const rows = part.get(name)
    if (rows) rows.push(row)
    else part.set(name, [row])
  }
  for (const [name, rows] of Object.entries(seed))
    for (const one of name === 'organizations' || name === 'accounts' ? [] : rows) {
      const row: AnyRow = { ...one }
      const home = ofBranches.includes(name) ? row._id : branchOf(row)
      for (const part of home === undefined ? parts.values() : [parts.get(home)]) if (part) put(part, name, row)
    }
  // Rows as they stand in the seed, by the names of its collections.
  return new Map([...parts].map(([id, part]) => [id, Object.fromEntries(part) as Seed]))
}

/** The documents that an organization above branches has by itself. */
const ownOf = (seed: Seed, { _id }: Organization): Seed => {
  const own = Object.entries(seed).map(([name, rows]) => [name, rows.filter(row => 'orgId' in row && row.orgId === _id)] as const)
  // Rows as they stand in the seed, by the names of its collections.
  return Object.fromEntries(own.filter(([, rows]) => rows.length > 0)) as Seed
}

/** One figure as the timer would have written it. */
const figure = ({ topic, period }: { topic: Figure; period: string }, org: Organization, value: unknown, now: Instant): Rollup => ({
  ...{ _id: rollupId(topic.name, org._id, period), topic: topic.name, orgId: org._id, name: org.name, parentId: org.parentId, period },
  ...{ scopes: org.kind === 'branch' ? scopesOf(org.path) : [], value, worry: topic.worry(value), countedAt: now, marks: 0 },
})

/** What every organization lacks, and what each branch owes next. */
type Worked = Required<Pick<Seed, 'branch-duties' | 'coverage' | 'coverage-gaps' | 'meetings' | 'rhythms' | 'overdue-duties'>>

/** The figures of all branches, each from its own rows, and the sums above; with what was worked out for them. */
const counted = async (seed: Seed, now: Instant): Promise<{ rollups: Rollup[]; worked: Worked }> => {
  const orgs = (seed.organizations ?? []).filter(one => one.kind !== 'group')
  const branches = orgs.filter(one => one.kind === 'branch')
  const all = wanted(now)
  const rows: Rollup[] = []
  const parts = partsOf(seed, branches)
  const worked: Worked = { 'branch-duties': [], coverage: [], 'coverage-gaps': [], meetings: [], rhythms: [], 'overdue-duties': [] }
  const below = grouped(seed.organizations ?? [], one => one.parentId)
  for (const branch of branches) {
    const topicsWanted = { topics: topics.map(one => one.name), periods: all.map(one => one.period) }
    const { store, rows: written } = memoryStore(parts.get(branch._id) ?? {})
    await workOut({ store, now }, branch)
    worked['branch-duties'].push(...written('branch-duties'))
    worked.meetings.push(...written('meetings'))
    worked.rhythms.push(...written('rhythms'))
    worked['overdue-duties'].push(...written('overdue-duties'))
    worked.coverage.push(...written('coverage').filter(row => row._id === branch._id))
    worked['coverage-gaps'].push(...written('coverage-gaps'))
    const count = counterOf(store, branch, topicsWanted)
    for (const one of all) rows.push(figure(one, branch, await count(one.topic, one.period, now), now))
  }
  const above = orgs.filter(one => one.kind !== 'branch').sort((one, other) => scopesOf(other.path).length - scopesOf(one.path).length)
  const sums = new Map<string, unknown>()
  const add = ({ topic, period }: (typeof all)[number], parentId: string | null, value: unknown) => {
    const key = rollupId(topic.name, parentId ?? '', period)
    sums.set(key, topic.added(sums.get(key) ?? topic.nothing, value))
  }
  const known = new Map(all.map(one => [`${one.topic.name}:${one.period}`, one]))
  for (const row of rows) {
    const one = known.get(`${row.topic}:${row.period}`)
    if (one) add(one, row.parentId, row.value)
  }
  for (const org of above) {
    const { store, rows: written } = memoryStore({ ...ownOf(seed, org), organizations: below.get(org._id) ?? [] })
    await workOut({ store, now }, org)
    worked.coverage.push(...written('coverage').filter(row => row._id === org._id))
    worked['coverage-gaps'].push(...written('coverage-gaps'))
    for (const one of all) {
      const sum = sums.get(rollupId(one.topic.name, org._id, one.period)) ?? one.topic.nothing
      const own = await one.topic.countOwn?.(store, org, one.period, now)
      const value = own === undefined ? sum : one.topic.added(sum, own)
      rows.push(figure(one, org, value, now))
      add(one, org.parentId, value)
    }
  }
  return { rollups: rows, worked }
}

/** Last night's comparison: done, without a difference. */
const comparison = (seed: Seed, now: Instant): RollupNight => {
  const orgs = seed.organizations ?? []
  const after = orgs.map(one => one.path).reduce((one, other) => (other > one ? other : one), '')
  return { _id: nightOf(now), after, compared: orgs.filter(one => one.kind !== 'group').length, startedAt: now, finishedAt: now }
}

/** The documents with the figures of all boards and of the months before, as the timer counts them, and last night's comparison done. */
export const withFigures = async (seed: Seed, now: Instant): Promise<Seed> => {
  if ((seed.organizations ?? []).length === 0) return seed
  const { rollups, worked } = await counted(seed, now)
  return { ...seed, ...worked, rollups: [...rollups, ...earlierMonths(rollups, now)], 'rollup-nights': [comparison(seed, now)] }
}
