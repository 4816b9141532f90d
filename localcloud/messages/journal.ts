import { appendFileSync, readFileSync, statSync, truncateSync } from 'node:fs'
import * as z from 'zod'
import { DiskRefused } from '../errors'
import { isMissing, sentenceOf } from '../exceptions'

/** Events of one kind, kept in a file as one line of JSON each. */
export interface Journal<T> {
  /** What was kept when the file was opened, oldest first. */
  readonly kept: readonly T[]
  /** Throws SYS_ERR with a sentence where the disk does not take the line; the file is then as it was. */
  append: (line: T) => void
}

/** Opens a journal; the file is made with the first line. Throws a sentence, and touches nothing, when a whole line of it is not of the schema. */
export function openJournal<T>(file: string, schema: z.ZodType<T>): Journal<T> {
  const kept = readLines(file).map((line, i) => read(line, schema, file, i + 1))
  return {
    kept,
    append(line) {
      const size = statSync(file, { throwIfNoEntry: false })?.size
      try {
        appendFileSync(file, `${JSON.stringify(line)}\n`)
      } catch (error) {
        // Half a line would spoil the next one.
        if (size !== undefined) truncateSync(file, size)
        throw new DiskRefused(`what was written to ${file}`, sentenceOf(error))
      }
    },
  }
}

function read<T>(line: string, schema: z.ZodType<T>, file: string, number: number): T {
  try {
    return schema.parse(JSON.parse(line))
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : sentenceOf(cause)
    throw new Error(
      `Line ${number} of ${file} cannot be read (${why}). Nothing was touched: mend the line or take it out, or begin with an empty folder (--fresh).`,
      { cause },
    )
  }
}

function readLines(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  // Whatever follows the last line end was cut off by a sudden stop and was never acknowledged.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole.split('\n').filter(line => line !== '')
}
