import { freshSheet } from '../../cloudfunctions/features/assessment/rounds/acts'
import type { AssessmentRound, AssessmentSheet } from '../../cloudfunctions/features/assessment/rounds/documents'
import { assessmentTopic, roundTopic } from '../../cloudfunctions/features/assessment/rounds/topic'
import type { Organization } from '../../cloudfunctions/features/people/documents'
import type { Rollup } from '../../cloudfunctions/kernel/documents'
import { rollupId, type Topic } from '../../cloudfunctions/kernel/rollups'
import { heatOf } from '../../core/assessment/rounds/rules'
import { builtIn } from '../../core/assessment/templates/built-in'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import { memoryStore } from './memory-store'
import type { Seed } from './shape'

/** So many branches have their sheets from the beginning; the timer makes those of the others. */
const READY = 40
const DAY = 24 * 60 * 60_000

/** Figures of a topic and a period: of the branches by themselves, summed above. */
const figuresOf = <V>(
  topic: Topic<V>,
  period: string,
  values: ReadonlyMap<string, V>,
  orgs: readonly Organization[],
  now: Instant,
): Rollup[] => {
  const sums = new Map<string, V>()
  const branches = orgs.filter(one => values.has(one._id))
  for (const { _id, path } of branches)
    for (const id of scopesOf(path)) sums.set(id, topic.added(sums.get(id) ?? topic.nothing, values.get(_id) ?? topic.nothing))
  return orgs.flatMap(({ _id, name, parentId, path, kind }): Rollup[] => {
    const value = values.get(_id) ?? sums.get(_id)
    if (value === undefined) return []
    const scopes = kind === 'branch' ? scopesOf(path) : []
    return [
      {
        ...{ _id: rollupId(topic.name, _id, period), topic: topic.name, orgId: _id, name, parentId, period, scopes },
        ...{ value, worry: topic.worry(value), countedAt: now, marks: 0 },
      },
    ]
  })
}

/** A round of 六好 under way since three days ago, with the sheets of the first branches as their figures make them. */
export const withAssessment = async (seed: Seed, now: Instant): Promise<Seed> => {
  const orgs = (seed.organizations ?? []).filter(one => one.kind !== 'group')
  const [root] = orgs.filter(one => one.parentId === null)
  const [template] = builtIn
  const officer = (seed.members ?? []).find(one => one.grants.some(grant => grant.role === 'bureau'))
  if (!root || !template || !officer) return seed
  const branches = orgs
    .filter(one => one.kind === 'branch' && one.closedAt === undefined)
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  const ready = branches.slice(0, READY)
  const year = dateOf(now).slice(0, 4)
  const openedAt = now - 3 * DAY
  const acts: AssessmentRound['acts'] = branches.length > READY ? [{ what: 'enter', nth: 0, at: now }] : []
  const round: AssessmentRound = {
    ...{ _id: 'demo-assessment', orgId: root._id, orgName: root.name, path: root.path, scopes: scopesOf(root.path), template },
    ...{ name: template.name, period: year, closesOn: addDays(dateOf(now), 20), entry: 'all', branches: branches.length },
    ...{ openedBy: { openid: 'demo-bureau', memberId: officer._id, name: officer.name }, openedAt, frozen: false, closed: false },
    ...{ batches: [], acts, version: 1 },
    ...(acts.length > 0 ? { actDue: now } : {}),
  }
  const { store } = memoryStore(seed)
  const sheets: AssessmentSheet[] = []
  for (const branch of ready) sheets.push(await freshSheet({ store, now }, round, branch))
  const heats = new Map(sheets.map(sheet => [sheet.branchId, heatOf(template.standards, sheet)]))
  const years = new Map([...heats].map(([id, heat]) => [id, { ...heat, standards: [], named: 0, roundId: round._id }]))
  const rollups = [...figuresOf(roundTopic, round._id, heats, orgs, now), ...figuresOf(assessmentTopic, year, years, orgs, now)]
  const replaced = new Set(rollups.map(one => one._id))
  return {
    ...seed,
    'assessment-rounds': [round],
    'assessment-sheets': sheets,
    // Its secretaries were told on 1 November.
    'debrief-seasons': [{ _id: year, after: '', over: true }],
    rollups: [...(seed.rollups ?? []).filter(one => !replaced.has(one._id)), ...rollups],
  }
}
