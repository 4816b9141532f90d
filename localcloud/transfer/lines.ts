import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { invalidParam } from '../errors'
import { parseEjson } from '../engine/ejson'
import { isDoc, type Doc } from '../engine/values'

/** EJSON as the CloudBase console writes it: dates in ISO 8601, numbers plain. */
const relaxed = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: Number.isNaN(value) ? 'NaN' : String(value) }
  if (Array.isArray(value)) return value.map(relaxed)
  return isDoc(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, relaxed(inner)])) : value
}

/** A document as one line of a file that the console imports. */
export const lineOf = (doc: Doc): string => `${JSON.stringify(relaxed(doc))}\n`

/** A line of such a file, or one that the console has exported, as a document. Throws a sentence that names the line. */
const docOf = (line: string, number: number): Doc => {
  try {
    const doc = parseEjson(line, 0)
    if (!isDoc(doc)) throw invalidParam('it is not an object')
    return doc
  } catch (error) {
    throw new Error(`Line ${number} is no document in JSON: ${error instanceof Error ? error.message : line.slice(0, 50)}`, {
      cause: error,
    })
  }
}

/** The documents of a file, one from each line that is not empty. */
export async function* docsIn(file: string): AsyncGenerator<Doc> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number++
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() !== '') yield docOf(text, number)
  }
}
