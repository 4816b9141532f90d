import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { openDatabase, type Conflict, type Database } from '../engine/database'
import type { Doc } from '../engine/values'
import { lockFolder } from '../lock'
import { docsIn, lineOf } from './lines'

interface Transfer {
  /** Data folder of a local cloud that is not running. */
  readonly data: string
  readonly collection: string
  readonly file: string
}

/** Opens the database of a data folder as it stands, for as long as `use` takes. */
const withDatabase = async <T>(data: string, use: (database: Database) => Promise<T>): Promise<T> => {
  const folder = join(data, 'database')
  const unlock = lockFolder(data)
  try {
    const database = await openDatabase({ folder, collections: 'as they are', now: () => Date.now() })
    try {
      return await use(database)
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
}

/**
 * Writes all documents of a collection, one line of JSON each, as the CloudBase console does. The file appears when it is complete.
 * Answers how many there were. Throws a sentence where there is no such collection or the cloud is running.
 */
export const exportCollection = async ({ data, collection, file }: Transfer): Promise<number> => {
  if (!existsSync(join(data, 'database'))) throw new Error(`There is no database in ${data}`)
  return await withDatabase(data, async database => {
    const part = `${file}.part`
    const out = createWriteStream(part)
    let count = 0
    try {
      for (const doc of database.documents(collection)) {
        count++
        if (!out.write(lineOf(doc))) await once(out, 'drain')
      }
      out.end()
      await finished(out)
      await rename(part, file)
    } catch (error) {
      out.destroy()
      await rm(part, { force: true })
      throw error
    }
    return count
  })
}

/**
 * Reads documents, one line of JSON each, into a collection, which is made where it lacks, as is the database. All of them or none: where one is refused
 * (E11000, no JSON), nothing stays. Answers how many there were.
 */
export const importCollection = (transfer: Transfer, conflict: Conflict): Promise<number> =>
  withDatabase(transfer.data, async database => {
    const docs: Doc[] = []
    for await (const doc of docsIn(transfer.file)) docs.push(doc)
    database.load(transfer.collection, docs, conflict)
    return docs.length
  })
