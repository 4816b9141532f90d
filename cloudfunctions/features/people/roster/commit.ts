import type { Answered, roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { Organizations } from '../documents'
import { RosterPreviews, type Imported, type PreviewedBranch, type RosterPreview } from './documents'
import type { Context } from '../use-case'
import { settledRows } from './import-part'
import { importParts, wantedIn } from './import-parts'
import type { Importing } from './importing'
import { partsOf, rowsIn } from './shown'
import { areAsSeen } from './write-members'

type Commit = (typeof roster)['roster.commit']
type Committing = Context<'roster.commit'>

/** After this the timer goes on with an import of which no more is heard. */
const TIMER_AFTER = 60_000
/** Branches that are looked at in one go, and letters of names that WeChat looks at. */
const [AT_A_TIME, MOST_LETTERS] = [20, 2000]

const sum = (all: readonly Imported[], of: 'added' | 'changed' | 'unchanged' | 'leftOut') => all.reduce((total, one) => total + one[of], 0)

/** What an import came to; `imported` as far as it has come. */
const answer = (preview: RosterPreview, imported: Readonly<Record<string, Imported>>): Output<Commit> => {
  const wanted = wantedIn(preview)
  const all = Object.values(imported)
  const overtaken = wanted.filter(one => imported[one.branchId]?.overtaken).map(one => ({ name: one.name, rows: rowsIn(one) }))
  const rowsOf = (branches: RosterPreview['branches']) => branches.reduce((total, one) => total + rowsIn(one), 0)
  const skipped = rowsOf(preview.branches.filter(one => one.parentId !== undefined && !wanted.includes(one)))
  const left = rowsOf(wanted.filter(one => !imported[one.branchId]))
  const leftOut = sum(all, 'leftOut')
  return {
    added: sum(all, 'added'),
    changed: sum(all, 'changed'),
    unchanged: sum(all, 'unchanged'),
    ...(leftOut > 0 ? { leftOut } : {}),
    ...(skipped > 0 ? { skipped } : {}),
    ...(overtaken.length > 0 ? { overtaken } : {}),
    ...(left > 0 ? { left } : {}),
  }
}

/**
 * The branches into which this import has not been let yet, provided that all are as the preview saw them, and those to be made still not there; else nothing.
 */
const closedIn = async ({ store, previewId }: Importing, wanted: readonly PreviewedBranch[]): Promise<PreviewedBranch[] | null> => {
  const organizations = store.table(Organizations)
  const parents = [...new Set(wanted.flatMap(one => one.parentId ?? []))]
  const standing = wanted.filter(one => one.parentId === undefined)
  const found = new Map((await organizations.getMany(standing.map(one => one.branchId))).map(one => [one._id, one]))
  const closed = standing.filter(one => found.get(one.branchId)?.rosterCommit !== previewId)
  const asSeen = closed.every(({ branchId, rosterVersion }) => {
    const branch = found.get(branchId)
    return branch?.rosterVersion === rosterVersion && branch.closedAt === undefined
  })
  if (!asSeen) return null
  const taken = await Promise.all(
    parents.map(parentId => {
      const made = wanted.filter(one => one.parentId === parentId)
      return organizations.find({ parentId, name: { in: made.map(one => one.name) } }, { limit: made.length })
    }),
  )
  return taken.flat().every(one => wanted.some(({ branchId }) => branchId === one._id)) ? closed : null
}

/** Whether everything is still as the preview saw it: then it may begin. Looked at once, before anything is written. */
const isAllAsSeen = async (importing: Importing, preview: RosterPreview, answers: readonly Answered[]): Promise<boolean> => {
  const closed = await closedIn(importing, wantedIn(preview))
  if (!closed) return false
  const changing = closed.filter(one => one.counts.changed > 0)
  for (let start = 0; start < changing.length; start += AT_A_TIME) {
    const parts = await partsOf(importing.store, preview, changing.slice(start, start + AT_A_TIME))
    const rows = parts.flatMap(part => settledRows(part.rows, answers))
    if (!(await areAsSeen(importing, rows))) return false
  }
  return true
}

/** WeChat looks at the names of the branches that are to be made. */
const checkNames = async ({ checkText }: Pick<Committing, 'checkText'>, names: readonly string[]): Promise<void> => {
  let some: string[] = []
  for (const name of names) {
    if (some.join().length + name.length > MOST_LETTERS) {
      await checkText(...some)
      some = []
    }
    some.push(name)
  }
  await checkText(...some)
}

/**
 * The preview as it is imported: the first answers that came stand, so that an import that was cut off is finished as it began; branches may still be made
 * afterwards, where the first confirm left them out.
 */
const begun = async (context: Committing, importing: Importing, answers: Answered[], createBranches: boolean): Promise<RosterPreview> => {
  const { store, subject, actor, now, fail } = context
  const previews = store.table(RosterPreviews)
  const makes = createBranches && !subject.createBranches && subject.branches.some(one => one.parentId !== undefined)
  if (subject.answers && !makes) return subject
  if (makes)
    await checkNames(
      context,
      subject.branches.flatMap(one => (one.parentId === undefined ? [] : [one.name])),
    )
  if (!subject.answers && !(await isAllAsSeen(importing, { ...subject, createBranches: makes }, answers))) return fail('ROSTER_CHANGED')
  const dueAt = now + TIMER_AFTER
  const first = { answers, confirmedBy: actor, dueAt, ...(makes ? { createBranches: true } : {}) }
  if ((await previews.update({ _id: subject._id, answers: { exists: false } }, { set: first })) > 0) return { ...subject, ...first }
  if (makes) await previews.update({ _id: subject._id }, { set: { createBranches: true, dueAt }, unset: ['committedAt'] })
  return (await previews.get(subject._id)) ?? fail('NOT_FOUND')
}

/**
 * Imports a preview, branch by branch. Where one of them was changed by others since, nothing is begun. A second commit, or the timer, goes on where the first was
 * cut off, and one that was finished only answers the same counts.
 */
export const commit = async ({ answers = [], createBranches = false }: Input<Commit>, context: Committing): Promise<Output<Commit>> => {
  const { subject, people, account, actor, fail } = context
  const grants = people.find(one => one._id === account?.memberId)?.grants ?? []
  const importing: Importing = { ...context, previewId: subject._id, actor, grants }
  const preview = await begun(context, importing, answers, createBranches)
  const imported = preview.committedAt === undefined ? await importParts(importing, preview) : (preview.imported ?? {})
  const all = Object.values(imported)
  // Where others were first everywhere, nothing came of it.
  if (all.some(one => one.overtaken) && all.every(one => one.overtaken ?? one.added + one.changed === 0)) return fail('ROSTER_CHANGED')
  return answer(preview, imported)
}
