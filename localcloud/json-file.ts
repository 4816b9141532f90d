import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { sentenceOf } from './exceptions'

/**
 * JSON as people write it into a file: with comments, with a comma too many, with a byte order mark; an empty file says nothing, as `{}` does.
 * Throws a sentence that names the line where it cannot be read.
 */
export function parseWritten(text: string): unknown {
  const errors: ParseError[] = []
  const bare = text.replace(/^\uFEFF/, '')
  const value: unknown = parse(bare, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const [first] = errors
  if (first === undefined) return value ?? {}
  throw new Error(`line ${bare.slice(0, first.offset).split('\n').length} is no JSON (${printParseErrorCode(first.error)})`)
}

/** What such a file holds. Throws a sentence that names `what` and the file where it is not of the schema. */
export function readWritten<T>(file: string, schema: z.ZodType<T>, what: string): T {
  return followWritten(file, schema, what)()
}

/** The same at each call, since people edit it meanwhile: read each time, worked out where its text is another. */
export function followWritten<T>(file: string, schema: z.ZodType<T>, what: string): () => T {
  let known: { text: string; held: T } | undefined
  return () => {
    try {
      const text = readFileSync(file, 'utf8')
      if (known?.text !== text) known = { text, held: schema.parse(parseWritten(text)) }
      return known.held
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : sentenceOf(cause)
      throw new Error(`${what} in ${file} cannot be used: ${why}`, { cause })
    }
  }
}
