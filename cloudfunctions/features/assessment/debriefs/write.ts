import type { debriefs as contract } from '../../../../core/assessment/debriefs/contract'
import { draftOf, type Words } from '../../../../core/assessment/debriefs/draft'
import { isFigureName, shownFigure, type Figures, type ShownFigure } from '../../../../core/assessment/debriefs/figures'
import { MOST_EARLIER, opensOn, yearSpan } from '../../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { writeExport } from '../../../kernel/files'
import type { Ports } from '../../../kernel/ports'
import { remembering } from '../../../kernel/remembering'
import { changeRow } from '../../../kernel/settle'
import { brandsOf } from '../brands/figures'
import { remediesIn } from '../remedies/figures'
import type { Context, Handlers } from '../use-case'
import { Debriefs, type Debrief } from './documents'
import { figuresOf } from './figures'
import { debriefPaper } from './paper'

export const debriefId = (branchId: string, year: number): string => `${branchId}:${String(year)}`

/** What people of the branch wrote down themselves; of another year what stands today is left out. */
const wordsOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string, year: number): Promise<Words> => {
  if (!dateOf(now).startsWith(String(year))) return { open: [] }
  const [{ brand, project }, { open }] = await Promise.all([
    brandsOf(store, branchId),
    remediesIn(store, { branchId, ...yearSpan(year), now }),
  ])
  return { brand, project, open }
}

const shownOf = (branchId: string, year: number, figures: Figures): ShownFigure[] =>
  Object.entries(figures).flatMap(([name, value]) => (isFigureName(name) ? [shownFigure(name, value, { branchId, year })] : []))

/** Writes it as a Word file for the caller. */
export const wordOf = async (
  context: Pick<Context<'debrief.file'>, 'store' | 'files' | 'now' | 'newId' | 'actor'>,
  row: Debrief,
): Promise<{ fileId: string; url: string }> => {
  // A file of its own beside the function (config/cloud/apart.ts).
  const { writeWord } = await import('../../../papers/word')
  const content = await writeWord(debriefPaper(row))
  return writeExport(context, { name: `${String(row.year)}年述职报告`, about: row.branchId, content, ending: 'docx' })
}

export const write: Handlers<Pick<typeof contract, 'debrief.draft' | 'debrief.submit'>> = {
  async 'debrief.draft'({ branchId, year }, context) {
    const { subject: branch, now, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (String(year) > dateOf(now).slice(0, 4)) return fail('INVALID_INPUT', { paths: ['year'] })
    const store = remembering(context.store)
    const [figures, words] = await Promise.all([figuresOf({ store, now, branch, year }), wordsOf({ store, now }, branchId, year)])
    return { branchName: branch.name, opensOn: opensOn(year), sections: draftOf({ branchId, year, figures, words }) }
  },

  async 'debrief.submit'({ branchId, year, sections }, context) {
    const { subject: branch, actor: by, commandId, now, checkText, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (dateOf(now) < opensOn(year)) return fail('DEBRIEF_EARLY', { opensOn: opensOn(year) })
    const _id = debriefId(branchId, year)
    const table = context.store.table(Debriefs)
    const store = remembering(context.store)
    const [figures] = await Promise.all([
      figuresOf({ store, now, branch, year }),
      checkText(...sections.flatMap(one => [one.title, one.text])),
    ])
    const written = { sections, at: now, by, commandId, figures: shownOf(branchId, year, figures) }
    const fresh: Debrief = {
      ...{ _id, branchId, branchName: branch.name, path: branch.path, scopes: scopesOf(branch.path), year, ...written },
      ...{ earlier: [], reviews: [], version: 1 },
    }
    if ((await table.add(fresh)) === 'added') return wordOf(context, fresh)
    const before = (await table.get(_id)) ?? fail('NOT_FOUND')
    const after = await changeRow(table, before, row => {
      if (row.commandId === commandId) return row
      if (row.reviews.length > 0) return fail('DEBRIEF_JUDGED')
      const former = { sections: row.sections, at: row.at, by: row.by }
      return { ...row, ...written, earlier: [...row.earlier, former].slice(-MOST_EARLIER) }
    })
    return wordOf(context, after)
  },
}
