import type { debriefs as contract } from '../../../../core/assessment/debriefs/contract'
import { judgedNotice } from '../../../../core/assessment/debriefs/notices'
import { gradeWords, MOST_REVIEWS, opensOn } from '../../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { writeExport } from '../../../kernel/files'
import { slicesOf } from '../../../kernel/in-groups'
import { byText, pageBy, rowsBy } from '../../../kernel/keyset'
import { changeRow } from '../../../kernel/settle'
import type { Filter, Store } from '../../../kernel/store'
import { Organizations, secretariesOf, type Organization } from '../../people/public'
import type { Handlers } from '../use-case'
import { Debriefs, type Debrief } from './documents'
import { debriefId, wordOf } from './write'

type Line = Output<(typeof contract)['debrief.list']>['items'][number]

const PAGE = 50
/** Years that a branch looks back on; branches of one sheet, and as many looked up at once. */
const [MOST_YEARS, MOST, AT_ONCE] = [20, 2000, 500] as const

const branchesBelow = ({ path }: Pick<Organization, 'path'>): Filter<Organization> => ({
  ...{ path: { startsWith: path }, kind: 'branch', closedAt: { exists: false } },
})

const stateOf = (row: Debrief | undefined): Pick<Line, 'state' | 'at' | 'grade'> => {
  if (!row) return { state: 'missing' }
  const last = row.reviews.at(-1)
  return last ? { state: 'judged', at: row.at, grade: last.grade } : { state: 'submitted', at: row.at }
}

/** What became of the debriefs of these branches. */
const linesOf = async (store: Store, branches: readonly Organization[], year: number) => {
  const slices = slicesOf(branches, AT_ONCE)
  const rows = await Promise.all(slices.map(some => store.table(Debriefs).getMany(some.map(one => debriefId(one._id, year)))))
  const found = new Map(rows.flat().map(one => [one.branchId, one]))
  return branches.map(({ _id, name }) => ({ branchId: _id, name, row: found.get(_id) }))
}

const stateWords = { missing: '没有交', submitted: '交了，没有评', judged: '评了' } as const
const columns = [
  { title: '支部', width: 36 },
  { title: '情况', width: 14 },
  { title: '述职人', width: 12 },
  { title: '交的日期', width: 12 },
  { title: '等次', width: 8 },
  { title: '点评', width: 60 },
  { title: '点评人', width: 12 },
] as const

export const judge: Handlers<Pick<typeof contract, 'debrief.get' | 'debrief.review' | 'debrief.file' | 'debrief.list' | 'debrief.export'>> =
  {
    async 'debrief.get'({ branchId, year }, { store, subject: branch, now, may, fail }) {
      if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
      const rows = await store.table(Debriefs).find({ branchId }, { order: [['year', 'desc']], limit: MOST_YEARS })
      const row = rows.find(one => one.year === year)
      const open = dateOf(now) >= opensOn(year) && (row?.reviews.length ?? 0) === 0
      return {
        ...{ branchName: branch.name, opensOn: opensOn(year), open },
        submitted: row
          ? {
              ...{ at: row.at, by: row.by.name, sections: row.sections, figures: row.figures, earlier: row.earlier.length },
              reviews: row.reviews.map(one => ({ at: one.at, by: one.by.name, grade: one.grade, words: one.words })),
            }
          : null,
        years: rows.map(one => {
          const last = one.reviews.at(-1)
          return { year: one.year, ...(last ? { grade: last.grade } : {}) }
        }),
        may: [...(open ? may('submit') : []), ...(row ? may('review', 'file') : [])],
      }
    },

    async 'debrief.review'({ branchId, year, grade, words }, context) {
      const { store, actor: by, commandId, now, tell, checkText, fail } = context
      const table = store.table(Debriefs)
      const [before] = await Promise.all([table.get(debriefId(branchId, year)), checkText(words)])
      if (!before) return fail('NOT_FOUND')
      const after = await changeRow(table, before, row => {
        if (row.reviews.some(one => one.commandId === commandId)) return row
        if (row.reviews.length >= MOST_REVIEWS) return fail('CONFLICT')
        return { ...row, reviews: [...row.reviews, { commandId, at: now, by, grade, words }] }
      })
      const nth = after.reviews.findIndex(one => one.commandId === commandId)
      await tell(await secretariesOf(store, after), judgedNotice(after, { grade, words, at: now }, nth), { from: wakingFrom(now) })
      return {}
    },

    async 'debrief.file'({ branchId, year }, context) {
      const row = await context.store.table(Debriefs).get(debriefId(branchId, year))
      return row ? wordOf(context, row) : context.fail('NOT_FOUND')
    },

    async 'debrief.list'({ orgId, year, cursor }, { store, subject: org }) {
      const [page, branches, submitted] = await Promise.all([
        pageBy(store.table(Organizations), branchesBelow(org), byText('path'), { size: PAGE, cursor }),
        store.table(Organizations).count(branchesBelow(org)),
        store.table(Debriefs).count({ scopes: orgId, year }),
      ])
      const lines = await linesOf(store, page.items, year)
      return { items: lines.map(({ row, ...line }) => ({ ...line, ...stateOf(row) })), cursor: page.cursor, branches, submitted }
    },

    async 'debrief.export'({ year }, context) {
      const { store, subject: org } = context
      const [{ items }, { writeWorkbook }] = await Promise.all([
        rowsBy(store.table(Organizations), branchesBelow(org), byText('path'), { most: MOST }),
        import('../../../spreadsheets/write'),
      ])
      const lines = await linesOf(store, items, year)
      const rows = lines.map(({ name, row }) => {
        const last = row?.reviews.at(-1)
        return [
          ...[name, stateWords[stateOf(row).state], row?.by.name ?? '', row ? dateOf(row.at) : ''],
          ...[last ? gradeWords[last.grade] : '', last?.words ?? '', last?.by.name ?? ''],
        ]
      })
      const content = await writeWorkbook([{ name: `${String(year)}年述职`, columns, rows, landscape: true }])
      return writeExport(context, { name: `${String(year)}年述职`, about: org._id, content })
    },
  }
