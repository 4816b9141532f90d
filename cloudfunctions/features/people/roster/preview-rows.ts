import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import type { Context } from '../use-case'
import { branchNameOf, partsOf, rowShown } from './shown'

type Rows = (typeof roster)['roster.previewRows']

const PAGE = 200

/** Where a page begins: the branch, and the row in it. */
const cursorIn = (cursor: string | undefined): [branch: number, row: number] => {
  const [branch = 0, row = 0] = (cursor ?? '').split('.').map(Number)
  return [Number.isInteger(branch) ? branch : 0, Number.isInteger(row) ? row : 0]
}

/** Rows of a preview, branch after branch, or those of one branch. A page never goes beyond its branch. */
export const previewRows = async (
  { branchId, cursor }: Input<Rows>,
  { store, subject }: Context<'roster.previewRows'>,
): Promise<Output<Rows>> => {
  const branches = subject.branches.filter(one => branchId === undefined || one.branchId === branchId)
  const [at, from] = cursorIn(cursor)
  const branch = branches[at]
  if (!branch) return { items: [], cursor: null }
  const [part] = await partsOf(store, subject, [branch])
  const rows = part?.rows ?? []
  const next = from + PAGE < rows.length ? `${at}.${from + PAGE}` : at + 1 < branches.length ? `${at + 1}.0` : null
  return { items: rows.slice(from, from + PAGE).map(row => rowShown(row, branchNameOf(branch))), cursor: next }
}
