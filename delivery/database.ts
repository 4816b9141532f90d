import tcb from '@cloudbase/node-sdk'
import * as z from 'zod'
import type { AnyRow } from '../cloudfunctions/features/upkeep/backups/rows'
import { asWritten } from '../cloudfunctions/kernel/geo'
import type { Address } from './cloud/environment'
import { settleWhereabouts } from './cloud/whereabouts'

/** An environment's database and storage, as a command on a laptop reaches them. */
export interface Remote {
  /** At most `limit` rows behind an `_id`, in their order. */
  after(this: void, collection: string, id: string, limit: number): Promise<AnyRow[]>
  /** The rows with these ids, in no order. */
  getMany(this: void, collection: string, ids: readonly string[]): Promise<AnyRow[]>
  count(this: void, collection: string): Promise<number>
  /** Adds rows that are not there. */
  add(this: void, collection: string, rows: readonly AnyRow[]): Promise<void>
  /** Writes a row whole, new or in place of the one there. */
  put(this: void, collection: string, row: AnyRow): Promise<void>
  remove(this: void, collection: string, ids: readonly string[]): Promise<void>
  /** Marks derived rows, for the timer to work them out again (`kernel/marks`). */
  mark(this: void, collection: string, ids: readonly string[], at: number): Promise<void>
  /** Sets fields of a row that is as it was read, by its version. Answers whether it was. */
  swap(this: void, collection: string, row: { _id: string; version: number }, set: object): Promise<boolean>
  /** The id that a file at that path has, there or not. */
  fileIdOf(this: void, path: string): Promise<string>
  /** Null where there is no such file. */
  download(this: void, fileId: string): Promise<Uint8Array | null>
  /** Answers the file's id. */
  upload(this: void, path: string, content: Uint8Array): Promise<string>
  /** Removes files; those that are not there are gone already. */
  discard(this: void, fileIds: readonly string[]): Promise<void>
  /** Those of the files that are in the storage. */
  stored(this: void, fileIds: readonly string[]): Promise<ReadonlySet<string>>
  /** What time it is there (ms). */
  now(this: void): Promise<number>
}

const [MOST_ROWS, MOST_FILES, MOST_IDS] = [1000, 50, 100]
const NO_SUCH_FILE = 'STORAGE_FILE_NONEXIST'

const isRow = (value: unknown): value is AnyRow =>
  typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string'
const Found = z.object({ data: z.array(z.custom<AnyRow>(isRow)) })
const Refused = z.object({ code: z.union([z.string().min(1), z.number()]), message: z.string().optional() })
const Counted = z.object({ total: z.int() })
const Addresses = z.object({ fileList: z.array(z.object({ fileID: z.string(), tempFileURL: z.string().optional() })) })
const Updated = z.object({ updated: z.int() })
const Metadata = z.object({ data: z.object({ fileId: z.string().min(1) }) })
const Downloaded = z.object({ fileContent: z.instanceof(Uint8Array) })
const Clock = z.object({ now: z.number() })

/** An answer of the SDK, which gives some refusals as an answer. */
const answered = <T>(shape: z.ZodType<T>, answer: unknown): T => {
  const refused = Refused.safeParse(answer)
  if (refused.success) throw new Error(`${String(refused.data.code)} ${refused.data.message ?? ''}`.trim())
  return shape.parse(answer)
}

const saysNone = (error: unknown): boolean => error !== null && typeof error === 'object' && 'code' in error && error.code === NO_SUCH_FILE

/** What a weak network does to a call. */
const BROKEN = ['ESOCKETTIMEDOUT', 'ETIMEDOUT', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'EAI_AGAIN']
const isBroken = (error: unknown): boolean =>
  error !== null && typeof error === 'object' && 'code' in error && BROKEN.includes(String(error.code))
const MOST_TRIES = 3

/** Makes a call that may be made twice again, where the network broke it. */
const again = async <T>(call: (tries: number) => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await call(tries)
    } catch (error) {
      if (!isBroken(error) || tries + 1 >= MOST_TRIES) throw error
    }
  }
}

/** The fields of a row as they are written. */
const written = (row: object): object => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asWritten(value)]))

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

/** Reaches an environment. */
export const reach = ({ envId, keys, endpoint }: Address): Remote => {
  settleWhereabouts(endpoint)
  const app = tcb.init({
    ...{ env: envId, ...keys, region: 'ap-shanghai' },
    ...(endpoint === undefined ? {} : { serviceUrl: `${endpoint}/admin` }),
  })
  const db = app.database()
  const _ = db.command
  const rowsOf = (answer: unknown): AnyRow[] => answered(Found, answer).data

  const getMany: Remote['getMany'] = async (collection, ids) => {
    const found: AnyRow[] = []
    for (const some of chunks(ids, MOST_IDS)) {
      const query = db.collection(collection).where({ _id: _.in(some) })
      found.push(...rowsOf(await again(() => query.limit(MOST_ROWS).get())))
    }
    return found
  }

  return {
    after: async (collection, id, limit) =>
      rowsOf(
        await again(() =>
          db
            .collection(collection)
            .where({ _id: _.gt(id) })
            .orderBy('_id', 'asc')
            .limit(Math.min(limit, MOST_ROWS))
            .get(),
        ),
      ),
    getMany,
    // Without a condition, which would have every row looked at.
    count: async collection => answered(Counted, await again(() => db.collection(collection).count())).total,
    add: async (collection, rows) => {
      let missing = [...rows]
      await again(async tries => {
        // An answer that was lost may have been a yes.
        if (tries > 0) {
          const there = new Set(
            (
              await getMany(
                collection,
                rows.map(one => one._id),
              )
            ).map(one => one._id),
          )
          missing = rows.filter(one => !there.has(one._id))
        }
        if (missing.length > 0) answered(z.unknown(), await db.collection(collection).add(missing.map(row => asWritten(row))))
      })
    },
    put: async (collection, { _id, ...row }) => {
      answered(z.unknown(), await db.collection(collection).doc(_id).set(written(row)))
    },
    remove: async (collection, ids) => {
      for (const some of chunks(ids, MOST_IDS))
        answered(
          z.unknown(),
          await again(() =>
            db
              .collection(collection)
              .where({ _id: _.in(some) })
              .remove(),
          ),
        )
    },
    mark: async (collection, ids, at) => {
      for (const some of chunks(ids, MOST_IDS))
        answered(
          z.unknown(),
          await db
            .collection(collection)
            .where({ _id: _.in(some) })
            .update({ due: at, marks: _.inc(1) }),
        )
    },
    swap: async (collection, { _id, version }, set) => {
      const fields = Object.fromEntries(Object.entries(set).map(([key, value]) => [key, _.set(value)]))
      const change = { ...fields, version: _.inc(1) }
      return answered(Updated, await db.collection(collection).where({ _id, version }).update(change)).updated > 0
    },
    fileIdOf: async cloudPath => answered(Metadata, await app.getUploadMetadata({ cloudPath })).data.fileId,
    download: async fileID => {
      try {
        return new Uint8Array(answered(Downloaded, await app.downloadFile({ fileID })).fileContent)
      } catch (error) {
        if (saysNone(error)) return null
        throw error
      }
    },
    upload: async (cloudPath, content) => {
      const { fileID } = await app.uploadFile({ cloudPath, fileContent: Buffer.from(content) })
      return fileID
    },
    discard: async fileIds => {
      for (const some of chunks(fileIds, MOST_FILES)) answered(z.unknown(), await again(() => app.deleteFile({ fileList: some })))
    },
    stored: async fileIds => {
      const there = new Set<string>()
      for (const some of chunks(fileIds, MOST_FILES)) {
        const { fileList } = answered(Addresses, await app.getTempFileURL({ fileList: some }))
        for (const { fileID, tempFileURL } of fileList) if (tempFileURL) there.add(fileID)
      }
      return there
    },
    now: async () => {
      if (endpoint === undefined) return Date.now()
      const response = await fetch(`${endpoint}/clock`)
      return Clock.parse(await response.json()).now
    },
  }
}
