import { StoredFiles, type FilePurpose, type StoredFile } from './documents'
import { Failure } from './failure'
import type { Actor } from './identity'
import { logFault } from './log'
import type { Ports } from './ports'
import type { Instant } from '../../core/shared/operation'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** The folder of what the cloud wrote itself; what lies in it is for the account that asked for it. */
const EXPORTS = 'exports/'
/** Files that the platform removes in one call, and the most calls of one run. */
const [AT_ONCE, MOST_CALLS] = [50, 20]

/** The path of a file in the storage; an environment has one storage, so that the path alone names it. */
const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//u, '')

type Maker = { actor: Actor }
const makerOf = ({ actor }: Maker) => ({ openid: actor.openid, memberId: actor.memberId })

/**
 * Writes a sheet that was asked for into the storage, where it ends after a day, and answers where to fetch it for an hour. Its path cannot be
 * guessed. Its row comes first: what is cut off afterwards is still removed when its time has come.
 */
export const writeExport = async (
  context: Pick<Ports, 'store' | 'files' | 'now' | 'newId'> & Maker,
  { name, about, content, ending = 'xlsx' }: { name: string; about: string; content: Uint8Array; ending?: 'xlsx' | 'docx' },
): Promise<{ fileId: string; url: string }> => {
  const { store, files, now, newId } = context
  const rows = store.table(StoredFiles)
  const _id = exportPath({ newId }, `${name}.${ending}`)
  await rows.add({ _id, purpose: 'export', about, ...makerOf(context), at: now, endsAt: now + DAY })
  const written = await files.write(_id, content)
  await rows.update({ _id }, { set: { fileId: written.fileId } })
  return written
}

/** A path that cannot be guessed, for a file of that name. */
export const exportPath = ({ newId }: Pick<Ports, 'newId'>, file: string): string => `${EXPORTS}${newId()}${newId()}/${file}`

/** Writes a file that the timer makes and that stays until its end. Its row comes first, as with a sheet. */
export const writeKept = async (
  { store, files, now }: Pick<Ports, 'store' | 'files' | 'now'>,
  {
    path,
    purpose,
    about,
    content,
    endsAt,
  }: Pick<StoredFile, 'about' | 'endsAt'> & {
    path: string
    purpose: 'backup' | 'export'
    content: Uint8Array
    endsAt: Instant
  },
): Promise<string> => {
  const rows = store.table(StoredFiles)
  await rows.add({ _id: path, purpose, about, openid: '', memberId: null, at: now, endsAt })
  const { fileId } = await files.write(path, content)
  await rows.update({ _id: path }, { set: { fileId } })
  return fileId
}

interface Claim {
  purpose: Exclude<FilePurpose, 'export' | 'backup' | 'ended'>
  /** The document that the file belongs to. */
  about: string
  /** When it is removed; without it, it stays for as long as the document names it. */
  endsAt?: Instant
}

const claimFile = async (context: Pick<Ports, 'store' | 'now'> & Maker, fileId: string, claim: Claim): Promise<void> => {
  const { purpose, about, endsAt } = claim
  const rows = context.store.table(StoredFiles)
  const _id = pathOf(fileId)
  const refused = () => new Failure('FILE_NOT_YOURS')
  if (_id.startsWith(EXPORTS)) {
    // Only the account that had a roster made may bring it back, for as long as it is there.
    const sheet = await rows.get(_id)
    if (purpose !== 'roster' || sheet?.purpose !== 'export' || sheet.openid !== context.actor.openid) throw refused()
    return
  }
  if ((await rows.add({ _id, fileId, ...claim, ...makerOf(context), at: context.now })) === 'added') return
  const held = await rows.get(_id)
  // Its first claimant may use it again; another may leave it where it is, in a document that they may write to.
  const theirs = held?.purpose === purpose && (held.openid === context.actor.openid || held.about === about)
  if (!theirs) throw refused()
  if (held.about === about && held.endsAt === endsAt) return
  const ends = endsAt === undefined ? { unset: ['endsAt'] as const } : {}
  const again = await rows.update(
    { _id, purpose, about: held.about },
    { set: { about, ...(endsAt === undefined ? {} : { endsAt }) }, ...ends },
  )
  if (again === 0) throw refused()
}

/**
 * Takes uploaded files for a document, before it is written and before they are read: the first account that names a file has it. Repeating it
 * changes nothing. FILE_NOT_YOURS where another account or another purpose has one of them; a sheet that the
 * cloud wrote can be brought back as a roster by the account that asked for it.
 */
export const claimFiles = async (
  context: Pick<Ports, 'store' | 'now'> & Maker,
  fileIds: readonly (string | undefined)[],
  claim: Claim,
): Promise<void> => {
  await Promise.all(fileIds.flatMap(fileId => (fileId === undefined ? [] : [claimFile(context, fileId, claim)])))
}

/** Lets the files of a document go, but for those it still names: the timer removes them. */
export const endFiles = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  { purpose, about }: Pick<Claim, 'purpose' | 'about'>,
  keep: readonly string[] = [],
): Promise<void> => {
  const rows = store.table(StoredFiles)
  const kept = new Set(keep.map(pathOf))
  const held = await rows.findAll({ about, purpose })
  await Promise.all(
    held
      .filter(one => one.endsAt === undefined || one.endsAt > now)
      .filter(one => !kept.has(one._id))
      .map(one => rows.update({ _id: one._id, purpose, about }, { set: { endsAt: now } })),
  )
}

/** What to remove it by. A file whose writing was cut off may lie there without our knowing its id: writing it again tells. */
const idOf = async ({ files }: Pick<Ports, 'files'>, { _id, fileId }: StoredFile): Promise<string> =>
  fileId ?? (await files.write(_id, new Uint8Array())).fileId

/**
 * Removes files whose end has come, from the storage first, then their rows; an ended one can no longer be claimed. One that the storage does
 * not give up is tried again an hour later.
 */
export const removeEnded = async (ports: Ports): Promise<number> => {
  const { store, files, now } = ports
  const rows = store.table(StoredFiles)
  let removed = 0
  for (let call = 0; call < MOST_CALLS; call++) {
    const due = await rows.find({ endsAt: { lte: now } }, { order: [['endsAt', 'asc']], limit: AT_ONCE })
    if (due.length === 0) break
    const ended = await Promise.all(
      due.map(async row => {
        const marked = await rows.update({ _id: row._id, endsAt: { lte: now } }, { set: { purpose: 'ended' } })
        return marked > 0 ? [{ _id: row._id, fileId: await idOf(ports, row) }] : []
      }),
    )
    const going = ended.flat()
    if (going.length === 0) continue
    const gone = new Set(await files.remove(going.map(one => one.fileId)))
    await Promise.all(
      going.map(async ({ _id, fileId }) => {
        if (gone.has(fileId)) await rows.remove({ _id })
        else await rows.update({ _id }, { set: { endsAt: now + HOUR } })
      }),
    )
    for (const { _id, fileId } of going)
      if (!gone.has(fileId)) logFault(new Error('the storage keeps a file'), { job: 'removeEnded', id: _id })
    removed += gone.size
  }
  return removed
}
