import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import type * as z from 'zod'
import { isMissing } from '../exceptions'

/** Events of one kind, kept in a file as one line of JSON each. */
export interface Journal<T> {
  /** What was kept when the file was opened, oldest first. */
  readonly kept: readonly T[]
  append: (line: T) => void
}

/** Opens a journal; the file is made with the first line. Throws when a whole line of it is not of the schema. */
export function openJournal<T>(file: string, schema: z.ZodType<T>): Journal<T> {
  const kept = readLines(file).map(line => schema.parse(JSON.parse(line)))
  return { kept, append: line => appendFileSync(file, `${JSON.stringify(line)}\n`) }
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
