import { FIRST_ROWS, FORMAT, rowsOfNext, type Manifest, type Piece } from '../../../../core/upkeep/backups/manifest'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Collection, Row } from '../../../kernel/collection'
import { writeKept } from '../../../kernel/files'
import type { Keeping } from '../../../kernel/keeping'
import type { Ports } from '../../../kernel/ports'
import { BackupPieces, Restores, Upkeep, type BackupState, type MadeBackup, type RunningBackup } from '../documents'
import { isKept, readingOrder, type Kept } from './order'
import { fileOf } from './piece'
import { pack } from './rows'
import { BACKUP, stateOf } from './state'

/** The night's backup begins two hours after midnight, behind the figures' comparison. */
const NIGHT_BEGINS = 2 * 60 * 60_000
const DAY = 24 * 60 * 60_000
/** Pieces of one run of the timer: about ten seconds of reading, packing and writing in the cloud. */
const EACH_RUN = 10

type Table = Readonly<Record<string, Keeping>>

/** A backup that has not moved for a day is given up for a new one. One that goes on may take longer: of half a million members it takes 27 hours. */
const isStuck = (state: BackupState, { startedAt }: RunningBackup, now: Instant): boolean => now - (state.due ?? startedAt) >= DAY

/** Begins the night's backup, once; without a public key it says so instead. Answers whether it began. */
export const beginNight = async (ports: Ports): Promise<number> => {
  const { store, now, newId, environment } = ports
  const [state, restoring] = await Promise.all([stateOf(store), store.table(Restores).get('restore')])
  if (restoring) return 0
  const wanted = environment().backup
  if (!wanted) {
    if (state?.noKey !== true) await note(ports, state, { noKey: true })
    return 0
  }
  const date = dateOf(now - NIGHT_BEGINS)
  if (state?.date === date || (state?.running && !isStuck(state, state.running, now))) return 0
  const running: RunningBackup = {
    ...{ id: newId(), date, startedAt: now, publicKey: wanted.publicKey, keepDays: wanted.keepDays },
    ...{ at: 0, after: '', take: FIRST_ROWS, made: 0, counts: {}, bytes: 0 },
  }
  // What an earlier one left behind that was given up, or cut off behind its end.
  const gone = state?.running?.id ?? state?.last?.id
  if (gone !== undefined) await store.table(BackupPieces).remove({ backupId: gone })
  return (await note(ports, state, { date, running, due: now })) ? 1 : 0
}

/** Writes into the state, unless another run was faster (then null). What was said of a missing key is taken back, if it is not said again. */
const note = async (
  { store }: Pick<Ports, 'store'>,
  state: BackupState | null,
  said: Partial<BackupState>,
  over: readonly ('running' | 'due')[] = [],
): Promise<BackupState | null> => {
  if (!state) {
    const first: BackupState = { _id: BACKUP, nights: [], version: 1, ...said }
    return (await store.table(Upkeep).add(first)) === 'added' ? first : null
  }
  const { version } = state
  const unset = [...over, ...(said.noKey === undefined && state.noKey !== undefined ? (['noKey'] as const) : [])]
  if ((await store.table(Upkeep).update({ _id: BACKUP, version }, { set: said, unset, inc: { version: 1 } })) === 0) return null
  const next = { ...state, ...said, version: version + 1 }
  for (const field of unset) Reflect.deleteProperty(next, field)
  return next
}

const rowsIn = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0)

/** Makes the next pieces of the backup, or its manifest. Safe to be cut off and to run twice. Answers how many rows it has kept; the manifest counts as one. */
export const continueNight = async (ports: Ports): Promise<number> => {
  const table = await ports.house.keeping()
  const order = readingOrder(table)
  let state = await stateOf(ports.store)
  let rows = 0
  for (let step = 0; step < EACH_RUN; step++) {
    if (!state?.running) break
    const { running } = state
    // The latest piece is entered before the next is made: the conditional write that moved the cursor decided which one it is.
    await enter(ports, running)
    const before = state
    state = running.at < order.length ? await goOn(ports, table, order, state, running) : await finish(ports, state, running)
    if (state === before) break
    rows += state.running ? rowsIn(state.running.counts) - rowsIn(running.counts) : 1
  }
  return rows
}

const enter = async ({ store }: Ports, { id, made, latest }: RunningBackup): Promise<void> => {
  if (latest) await store.table(BackupPieces).add({ _id: `${id}:${String(made).padStart(6, '0')}`, backupId: id, ...latest })
}

/** Reads on until there is a piece, or nothing more. Answers the state as it is then; the same where another run was faster. */
const goOn = async (
  ports: Ports,
  table: Table,
  order: readonly string[],
  state: BackupState,
  running: RunningBackup,
): Promise<BackupState> => {
  let { at, after, take } = running
  const counts = { ...running.counts }
  for (; at < order.length; at++, after = '', take = FIRST_ROWS) {
    const name = order[at] ?? ''
    const said = table[name]
    if (!isKept(said)) throw new Error(`${name} is not kept`)
    counts[name] ??= 0
    const read = await ports.store.table(named(name)).find({ _id: { gt: after } }, { order: [['_id', 'asc']], limit: take })
    const rows = kept(said, read)
    const isLast = read.length < take
    if (rows.length === 0 && isLast) continue
    const cursor = isLast ? { at: at + 1, after: '' } : { at, after: read.at(-1)?._id ?? after }
    if (rows.length === 0) return (await move(ports, state, { ...running, ...cursor, take, counts })) ?? state
    const { piece, bytes } = await makePiece(ports, running, name, rows)
    counts[name] += rows.length
    return (
      (await move(ports, state, {
        ...running,
        ...cursor,
        take: isLast ? FIRST_ROWS : rowsOfNext({ rows: rows.length, bytes }),
        made: running.made + 1,
        latest: piece,
        counts,
        bytes: running.bytes + piece.bytes,
      })) ?? state
    )
  }
  return (await move(ports, state, { ...running, at, after: '', counts })) ?? state
}

/** A collection by its name, for rows of any kind. */
const named = (name: string): Pick<Collection<Row>, 'name' | 'indexes' | 'fates' | 'succession' | 'takeover'> => ({ ...BackupPieces, name })

const kept = (said: Kept, rows: readonly Row[]): Row[] => rows.filter(row => said.not?.(row) !== true)

const makePiece = async (
  ports: Ports,
  { id, date, publicKey, made, startedAt, keepDays }: RunningBackup,
  collection: string,
  rows: readonly Row[],
): Promise<{ piece: Piece; bytes: number }> => {
  const { packed, bytes } = pack(rows)
  // A name of its own for each try: of two runs at once one is left out of the manifest, and ends with the others.
  const file = `${String(made + 1).padStart(5, '0')}-${collection}-${ports.newId()}.gz`
  const { stored, said } = fileOf(packed, id, file, publicKey)
  await writeKept(ports, { path: pathOf(date, file), purpose: 'backup', about: date, content: stored, endsAt: startedAt + keepDays * DAY })
  return { piece: { ...said, collection, rows: rows.length }, bytes }
}

/** Where a night's files lie; a folder of them, fetched as it is, is a backup that can be restored. */
const pathOf = (date: string, file: string): string => `backups/${date}/${file}`

/** Moves the cursor, unless another run was faster (then null). */
const move = (ports: Ports, state: BackupState, running: RunningBackup): Promise<BackupState | null> =>
  note(ports, state, { running, due: ports.now })

/** Writes the manifest, by which the backup is whole, and forgets what led to it. */
const finish = async (ports: Ports, state: BackupState, running: RunningBackup): Promise<BackupState> => {
  const { store, now } = ports
  const { id, date, startedAt, keepDays, counts, bytes, publicKey } = running
  const pieces = await store.table(BackupPieces).findAll({ backupId: id })
  const manifest: Manifest = {
    ...{ product: 'changqing365', version: FORMAT, id, startedAt, finishedAt: now, sealedTo: publicKey, counts },
    pieces: pieces.map(({ file, bytes: length, sha256, collection, rows }) => ({ file, bytes: length, sha256, collection, rows })),
    contents: null,
  }
  const endsAt = startedAt + keepDays * DAY
  const content = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  const fileId = await writeKept(ports, { path: pathOf(date, 'manifest.json'), purpose: 'backup', about: date, content, endsAt })
  const rows = rowsIn(counts)
  const last: MadeBackup = { id, startedAt, finishedAt: now, counts, rows, bytes, version: FORMAT, manifest: { date, fileId, endsAt } }
  const nights = [last, ...state.nights.filter(one => (one.manifest?.endsAt ?? 0) > now)]
  const next = await note(ports, state, { last, nights }, ['running', 'due'])
  if (!next) return state
  await store.table(BackupPieces).remove({ backupId: id })
  return next
}
