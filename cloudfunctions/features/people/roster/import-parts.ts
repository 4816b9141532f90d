import { UNPLACED } from '../../../../core/people/roster/branches'
import { endFiles } from '../../../kernel/files'
import { Progress, RosterPreviews, type Imported, type PreviewedBranch, type RosterPreview } from './documents'
import { importPart } from './import-part'
import type { Importing } from './importing'
import { partsOf, rowsIn } from './shown'

/** Branches that are imported at a time, and how long one call begins with further ones: it has to end within the platform's 20 s. */
const [AT_A_TIME, BEGINS_WITHIN] = [6, 15_000]

/** The branches that this import is to bring people into: those that stand, and the new ones where they may be made. */
export const wantedIn = ({ branches, createBranches }: Pick<RosterPreview, 'branches' | 'createBranches'>): PreviewedBranch[] =>
  branches.filter(one => one.branchId !== UNPLACED && (one.parentId === undefined || createBranches === true))

/** What became of branches, as it is written beside what is noted of others. */
const noted = (done: readonly (readonly [string, Imported])[]) =>
  Object.fromEntries(done.map(([branchId, one]) => [`imported.${branchId}`, one]))

/**
 * Goes on with an import that was begun, branch by branch, for as long as a call may take; what became of each is noted with the preview. Answers what is
 * noted by then. Once nothing is left its file ends, and the timer forgets it.
 */
export const importParts = async (importing: Importing, preview: RosterPreview): Promise<Record<string, Imported>> => {
  const { store, now, elapsed } = importing
  const previews = store.table(RosterPreviews)
  const imported = { ...preview.imported }
  const wanted = wantedIn(preview)
  const total = wanted.reduce((sum, one) => sum + rowsIn(one), 0)
  const isLeft = (one: PreviewedBranch) => imported[one.branchId] === undefined
  const mark = async () => {
    const left = wanted.filter(isLeft).reduce((sum, one) => sum + rowsIn(one), 0)
    await store.table(Progress).put({ _id: preview._id, done: total - left, total, at: now })
  }
  // Where nothing changes there is nothing to read.
  const idle = wanted.filter(one => isLeft(one) && one.counts.new + one.counts.changed === 0)
  for (const { branchId, counts } of idle) imported[branchId] = { added: 0, changed: 0, unchanged: counts.unchanged, leftOut: 0 }
  const left = wanted.filter(isLeft)
  for (let start = 0; start < left.length && elapsed() < BEGINS_WITHIN; start += AT_A_TIME) {
    const some = left.slice(start, start + AT_A_TIME)
    const parts = await partsOf(store, preview, some)
    const done = await Promise.all(
      parts.map(async ({ branch, rows }): Promise<[string, Imported]> => [
        branch.branchId,
        await importPart(importing, branch, rows, preview.answers ?? []),
      ]),
    )
    for (const [branchId, one] of done) imported[branchId] = one
    await Promise.all([previews.update({ _id: preview._id }, { set: noted(done) }), mark()])
  }
  if (wanted.some(isLeft)) return imported
  // Where a branch was overtaken, the same file is looked through once more.
  if (!Object.values(imported).some(one => one.overtaken)) await endFiles(importing, { purpose: 'roster', about: preview._id })
  // A confirm that makes branches after all may have come meanwhile: then it is not the end.
  const asBegun = { createBranches: preview.createBranches ?? { exists: false } }
  const notes = noted(idle.flatMap(({ branchId }): [string, Imported][] => (imported[branchId] ? [[branchId, imported[branchId]]] : [])))
  await previews.update({ _id: preview._id, ...asBegun }, { set: { committedAt: now, ...notes }, unset: ['dueAt'] })
  return imported
}
