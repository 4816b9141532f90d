import { UNPLACED } from '../../../../core/people/roster/branches'
import type { PreviewRow, roster } from '../../../../core/people/roster/contract'
import type { Instant, Output } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { PreviewParts, type PreviewedBranch, type PreviewedRow, type RosterPreview } from './documents'

type Previewed = Output<(typeof roster)['roster.preview']>

/** Bytes of a reply that its rows may take; WeChat gives it 1 MB. */
const MOST_BYTES = 800_000
/** Parts of a preview that are read in one request. */
const AT_ONCE = 20

const partId = (previewId: string, branchId: string): string => `${previewId}:${branchId}`

/** Writes the rows of a branch; those of an earlier attempt are replaced. */
export const putPart = (
  store: Store,
  previewId: string,
  { branchId, rows, at }: { branchId: string; rows: readonly PreviewedRow[]; at: Instant },
): Promise<void> => store.table(PreviewParts).put({ _id: partId(previewId, branchId), rows: JSON.stringify(rows), createdAt: at })

/** The rows of these branches of a preview, a few branches to a request. */
export const partsOf = async (
  store: Store,
  { _id }: Pick<RosterPreview, '_id'>,
  branches: readonly PreviewedBranch[],
): Promise<{ branch: PreviewedBranch; rows: PreviewedRow[] }[]> => {
  const found = new Map<string, PreviewedRow[]>()
  for (let start = 0; start < branches.length; start += AT_ONCE) {
    const ids = branches.slice(start, start + AT_ONCE).map(one => partId(_id, one.branchId))
    for (const part of await store.table(PreviewParts).getMany(ids)) found.set(part._id, JSON.parse(part.rows) as PreviewedRow[])
  }
  return branches.map(branch => ({ branch, rows: found.get(partId(_id, branch.branchId)) ?? [] }))
}

/** A row as the officer sees it. */
export const rowShown = (
  { row, sheet, name, fate, changes, errors, warnings, asks, memberId, fresh }: PreviewedRow,
  branchName: string | undefined,
): PreviewRow => ({
  row,
  ...(sheet === undefined ? {} : { sheet }),
  name,
  fate,
  ...(branchName === undefined ? {} : { branchName }),
  ...(changes ? { changes } : {}),
  ...(errors ? { errors } : {}),
  ...(warnings ? { warnings } : {}),
  ...(asks ? { asks } : {}),
  // Who it is, unless that is what is asked.
  ...(memberId !== undefined && fresh === undefined ? { memberId } : {}),
})

/** What its rows say of the branch: its name in a file of several. */
export const branchNameOf = ({ branchId, name, under }: PreviewedBranch): string | undefined =>
  branchId === UNPLACED || under === undefined ? undefined : name

const wantsALook = ({ fate, warnings, asks }: PreviewRow) =>
  fate === 'error' || fate === 'changed' || warnings !== undefined || asks !== undefined

/** As many rows as fit in a reply: where not all do, those first that want a look. */
const fitting = (rows: readonly PreviewRow[]): PreviewRow[] => {
  const sized = rows.map(row => ({ row, bytes: Buffer.byteLength(JSON.stringify(row)) + 1 }))
  if (sized.reduce((sum, one) => sum + one.bytes, 0) <= MOST_BYTES) return [...rows]
  const kept: PreviewRow[] = []
  let left = MOST_BYTES
  for (const { row, bytes } of [...sized.filter(one => wantsALook(one.row)), ...sized.filter(one => !wantsALook(one.row))]) {
    if (bytes > left) break
    left -= bytes
    kept.push(row)
  }
  return kept
}

const totalOf = (branches: readonly PreviewedBranch[]): Previewed['counts'] =>
  branches.reduce(
    (sum, { counts }) => ({
      new: sum.new + counts.new,
      changed: sum.changed + counts.changed,
      unchanged: sum.unchanged + counts.unchanged,
      error: sum.error + counts.error,
    }),
    { new: 0, changed: 0, unchanged: 0, error: 0 },
  )

/** How many rows a preview has of a branch. */
export const rowsIn = ({ counts }: Pick<PreviewedBranch, 'counts'>): number => counts.new + counts.changed + counts.unchanged + counts.error

/** What the branches of a file of several would come to. */
const branchesShown = (branches: readonly PreviewedBranch[]): Pick<Previewed, 'newBranches' | 'branches'> => ({
  newBranches: branches.flatMap(one => (one.parentId === undefined ? [] : [{ name: one.name, rows: rowsIn(one), under: one.under ?? '' }])),
  branches: branches.map(({ branchId, name, under, parentId, counts, asked }) => ({
    branchId,
    name,
    ...(under === undefined ? {} : { under }),
    ...(parentId === undefined ? {} : { isNew: true }),
    counts,
    asked,
  })),
})

/** A preview as it is answered: whole in its counts, its rows in the order of the file. */
export const previewShown = (
  { _id, byBranch, branches, ignored, unread }: RosterPreview,
  parts: readonly { branch: PreviewedBranch; rows: readonly PreviewedRow[] }[],
): Previewed => {
  const rows = parts.flatMap(({ branch, rows: own }) => own.map(row => rowShown(row, branchNameOf(branch))))
  const shown = fitting(byBranch ? inOrder(rows) : rows)
  return {
    previewId: _id,
    rows: shown,
    counts: totalOf(branches),
    ignored,
    unread,
    ...(shown.length < rows.length ? { more: rows.length - shown.length } : {}),
    ...(byBranch ? branchesShown(branches) : {}),
  }
}

/** Rows of several branches as they stand in the file; sheets in the order in which they first come. */
const inOrder = (rows: readonly PreviewRow[]): PreviewRow[] => {
  const sheets = [...new Set(rows.map(row => row.sheet))]
  const place = new Map(sheets.map((sheet, index) => [sheet, index]))
  return [...rows].sort((one, other) => (place.get(one.sheet) ?? 0) - (place.get(other.sheet) ?? 0) || one.row - other.row)
}
