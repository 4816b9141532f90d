import { bandOf, bands, shareOf, type Band } from '../../../../core/assessment/evidence/score'
import { pointsOf } from '../../../../core/assessment/templates/standards'
import { namedNotice } from '../../../../core/assessment/rounds/notices'
import type { rounds as contract } from '../../../../core/assessment/rounds/contract'
import { addHeat, type Heat, noHeat, ranksOf } from '../../../../core/assessment/rounds/rules'
import { Rollups, type Rollup } from '../../../kernel/documents'
import { inGroups } from '../../../kernel/in-groups'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { valueOf } from '../../../kernel/rollups'
import { changeRow } from '../../../kernel/settle'
import type { Filter } from '../../../kernel/store'
import { Organizations, secretariesOf } from '../../people/public'
import type { Handlers } from '../use-case'
import { type AssessmentRound, AssessmentRounds, AssessmentSheets, sheetId } from './documents'
import { headOf } from './open'
import { roundOver } from './row'
import { assessmentTopic, markSheets, roundTopic } from './topic'

const [PAGE, AT_A_TIME] = [50, 10] as const

/** The band of a branch. */
const bandIn = (heat: Heat): Band => bands.find(each => heat.bands[each] > 0) ?? bandOf(heat)
const scoreIn = ({ score, of, total }: { score: number; of: number; total: number }) => ({ score, of, total })

const isNamed = ({ batches }: AssessmentRound) => {
  const ids = new Set(batches.flatMap(one => one.branches.map(each => each.branchId)))
  return (branchId: string) => ids.has(branchId)
}

const rowOf = (row: Rollup, before: Rollup | undefined) => {
  const { branches, standards, bands: inBands, ...score } = valueOf(roundTopic, row)
  const was = before && before.value !== null ? valueOf(roundTopic, before) : null
  return {
    // A branch stands on lists of those above it, any other place does not.
    ...{ orgId: row.orgId, name: row.name, isBranch: row.scopes.length > 0, branches, bands: inBands, standards },
    ...{ ...scoreIn(score), before: was ? scoreIn(was) : null },
  }
}

/** The figures of branches in a year, by their places in the bands. */
export const yearFilter = ({ orgId, year, band }: { orgId: string; year: number; band?: Band | undefined }): Filter<Rollup> => ({
  ...{ scopes: orgId, topic: assessmentTopic.name, period: String(year) },
  ...(band === undefined ? {} : { worry: ranksOf[band] }),
})
/** A branch of the year's list; none of one that no round of the year judges. */
export const yearLines = (row: Rollup) => {
  const { roundId, named, ...heat } = valueOf(assessmentTopic, row)
  if (row.value === null || roundId === undefined) return []
  return [{ branchId: row.orgId, name: row.name, roundId, share: shareOf(heat), band: bandIn(heat), named: named > 0 }]
}

export const map: Handlers<
  Pick<typeof contract, 'assessment.year' | 'assessment.map' | 'assessment.branches' | 'assessment.name' | 'assessment.named'>
> = {
  async 'assessment.map'({ roundId, orgId }, { store, subject: org, now, may, holds, fail }) {
    const topic = roundTopic.name
    const table = store.table(Rollups)
    const [round, below] = await Promise.all([
      roundOver(store, roundId, org, fail),
      table.findAll({ parentId: orgId, topic, period: roundId }),
    ])
    const earlier = round.beforeId === undefined ? [] : await table.findAll({ parentId: orgId, topic, period: round.beforeId })
    const rows = below.filter(one => one.value !== null)
    const before = (id: string) => earlier.find(one => one.orgId === id)
    const lines = rows.map(one => rowOf(one, before(one.orgId))).filter(one => one.branches > 0)
    // What stands directly below adds up to the whole: no place but a branch has a score by itself.
    const sumOf = (all: readonly Rollup[]): Heat => all.map(one => valueOf(roundTopic, one)).reduce(addHeat, noHeat)
    const [sum, was] = [sumOf(rows), sumOf(earlier)]
    const { bands: inBands, ...whole } = sum
    return {
      ...headOf(round, now),
      standards: round.template.standards.map(one => ({ name: one.name, points: pointsOf(one.rules) })),
      whole:
        sum.branches === 0
          ? null
          : { ...{ orgId, name: org.name, isBranch: false, ...whole, bands: inBands }, before: was.branches === 0 ? null : scoreIn(was) },
      rows: lines.sort((one, other) => (shareOf(one) ?? 101) - (shareOf(other) ?? 101) || one.name.localeCompare(other.name, 'zh-CN')),
      left: round.entry === 'all' && orgId === round.orgId ? Math.max(0, round.branches - sum.branches) : 0,
      may: may('close', 'name', 'export').filter(verb =>
        verb === 'export' ? true : !round.closed && holds(['street', 'bureau'], round.path),
      ),
    }
  },

  async 'assessment.branches'({ roundId, orgId, band, worst = false, cursor }, { store, subject: org, fail }) {
    const worry = band === undefined ? {} : { worry: ranksOf[band] }
    const filter = { scopes: orgId, topic: roundTopic.name, period: roundId, ...worry }
    const [round, page] = await Promise.all([
      roundOver(store, roundId, org, fail),
      pageBy(store.table(Rollups), filter, byNumber('worry', worst ? 'desc' : 'asc'), { size: PAGE, cursor }),
    ])
    const named = isNamed(round)
    return {
      items: page.items
        .filter(one => one.value !== null)
        .map(one => {
          const heat = valueOf(roundTopic, one)
          return {
            ...{ branchId: one.orgId, name: one.name, share: shareOf(heat), band: bandIn(heat), named: named(one.orgId) },
            ...{ standards: heat.standards, ...scoreIn(heat) },
          }
        }),
      cursor: page.cursor,
    }
  },

  async 'assessment.name'({ roundId, branchIds, batch }, context) {
    const { store, subject, actor: by, now, tell, fail, checkText } = context
    const wanted = [...new Set(branchIds)]
    await checkText(batch)
    const [sheets, orgs] = await Promise.all([
      store.table(AssessmentSheets).getMany(wanted.map(one => sheetId(roundId, one))),
      store.table(Organizations).getMany(wanted),
    ])
    const judged = new Map(sheets.map(one => [one.branchId, one]))
    if (wanted.some(one => !judged.has(one))) return fail('INVALID_INPUT', { paths: ['branchIds'], message: '有的支部没有参加这次考评' })
    const nameOf = new Map(orgs.map(one => [one._id, one.name]))
    const branches = wanted.map(branchId => ({ branchId, name: nameOf.get(branchId) ?? judged.get(branchId)?.branchName ?? '' }))
    const after = await changeRow(store.table(AssessmentRounds), subject, row => {
      const fresh = branches.filter(one => !isNamed(row)(one.branchId))
      if (fresh.length === 0) return row
      const same = row.batches.find(one => one.batch === batch)
      const batches = same
        ? row.batches.map(one => (one === same ? { ...one, branches: [...one.branches, ...fresh] } : one))
        : [...row.batches, { batch, at: now, by, branches: fresh }]
      return { ...row, batches }
    })
    const named = after.batches.find(one => one.batch === batch)
    const here = named?.branches.filter(one => wanted.includes(one.branchId)) ?? []
    // Sent again, what was cut off is done.
    await inGroups(here, AT_A_TIME, async ({ branchId, name }) => {
      const sheet = judged.get(branchId)
      const at = named?.at ?? now
      if (sheet)
        await changeRow(store.table(AssessmentSheets), sheet, row => (row.named?.batch === batch ? row : { ...row, named: { batch, at } }))
      await tell(await secretariesOf(store, { branchId }), namedNotice(after, { branchId, name, batch }, at))
    })
    await markSheets(context, sheets)
    return { named: here.length }
  },

  async 'assessment.named'({ roundId }, { store, subject: org, now, fail }) {
    const round = await roundOver(store, roundId, org, fail)
    return { ...headOf(round, now), batches: round.batches.map(({ batch, at, branches }) => ({ batch, at, branches })) }
  },

  async 'assessment.year'(asked, { store }) {
    const page = await pageBy(store.table(Rollups), yearFilter(asked), byNumber('worry'), { size: PAGE, cursor: asked.cursor })
    return { items: page.items.flatMap(yearLines), cursor: page.cursor }
  },
}
