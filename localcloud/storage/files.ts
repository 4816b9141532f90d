import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished, PassThrough, Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { DiskRefused } from '../errors'
import { hasCode, sentenceOf } from '../exceptions'
import { openJournal } from '../messages/journal'

/** Longest file that is taken, in bytes (the platform's default for uploads from a phone). */
export const LONGEST_FILE_BYTES = 50 * 1024 * 1024

/** Thrown by a received stream that is longer than LONGEST_FILE_BYTES. */
export class FileTooLong extends Error {}

/** A file that has arrived but has no path yet. */
export interface Received {
  /** Gives it the path, replacing what was there. */
  keepAs: (path: string) => Promise<void>
  drop: () => Promise<void>
}

/** What is kept of each file beside its content: that it is there since an instant (cloud time, ms), or that it is gone. */
const noteSchema = z.object({ path: z.string(), at: z.number().nullable() })

/** How many files are listed. */
const LISTED = 200

/**
 * Stored files. On the disk each is named after the hash of its path, so that no path, however written, reaches outside the folder and none
 * collides with another. Paths are those of storage/paths.ts.
 */
export interface Files {
  receive: (content: Readable) => Promise<Received>
  /** Size in bytes, undefined when there is no such file. */
  sizeOf: (path: string) => number | undefined
  read: (path: string) => Readable
  /** Gives a copy of a file that there is another path, replacing what was there. */
  copy: (from: string, to: string) => Promise<void>
  /** Whether there was such a file. */
  remove: (path: string) => Promise<boolean>
  /** The files that were stored last, newest first; size in bytes. */
  list: () => { path: string; size: number; at: number }[]
}

interface FilesOptions {
  now: () => number
  /** Whether a stored file survives a power cut. */
  durable: boolean
}

/** The files in `folder`; their names are kept in `index`, one line for each change. */
export function openFiles(folder: string, index: string, { now, durable }: FilesOptions): Files {
  mkdirSync(folder, { recursive: true })
  const journal = openJournal(index, noteSchema)
  const since = new Map<string, number>()
  const note = ({ path, at }: z.infer<typeof noteSchema>) => {
    // Stored again, it is the newest.
    since.delete(path)
    if (at !== null) since.set(path, at)
  }
  journal.kept.forEach(note)
  const tell = (path: string, at: number | null) => {
    journal.append({ path, at })
    note({ path, at })
  }
  const sizeOf = (path: string) => statSync(placeOf(path), { throwIfNoEntry: false })?.size
  const placeOf = (path: string) => join(folder, createHash('sha256').update(path).digest('hex'))
  return {
    async receive(content) {
      const arriving = join(folder, `arriving-${randomUUID()}`)
      try {
        await pipeline(apart(content), lengthLimit(), createWriteStream(arriving, { flush: durable }))
      } catch (error) {
        await rm(arriving, { force: true })
        throw ofDisk(error)
      }
      return {
        async keepAs(path) {
          await rename(arriving, placeOf(path))
          tell(path, now())
        },
        drop: () => rm(arriving, { force: true }),
      }
    },
    sizeOf,
    read: path => createReadStream(placeOf(path)),
    // In two steps, so that no reader ever sees half of it.
    async copy(from, to) {
      const arriving = join(folder, `arriving-${randomUUID()}`)
      try {
        await copyFile(placeOf(from), arriving)
      } catch (error) {
        await rm(arriving, { force: true })
        throw ofDisk(error)
      }
      await rename(arriving, placeOf(to))
      tell(to, now())
    },
    async remove(path) {
      try {
        await rm(placeOf(path))
        tell(path, null)
        return true
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return false
        throw error
      }
    },
    list: () =>
      [...since]
        .reverse()
        .slice(0, LISTED)
        .flatMap(([path, at]) => {
          const size = sizeOf(path)
          return size === undefined ? [] : [{ path, size, at }]
        }),
  }
}

/** A stream with the same content. Where it is given up, the rest is read and dropped, so that the sender still hears why. */
function apart(content: Readable): Readable {
  const copy = new PassThrough()
  content.pipe(copy)
  finished(content, { writable: false }, error => {
    if (error) copy.destroy(error)
  })
  copy.once('close', () => content.unpipe(copy).resume())
  return copy
}

/** What node says of a disk that takes no more, in words for the sender. */
function ofDisk(error: unknown): unknown {
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'].some(code => hasCode(error, code)) ? new DiskRefused('the file', sentenceOf(error)) : error
}

function lengthLimit(): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > LONGEST_FILE_BYTES) done(new FileTooLong(`A file may have at most ${LONGEST_FILE_BYTES} bytes`))
      else done(null, chunk)
    },
  })
}
