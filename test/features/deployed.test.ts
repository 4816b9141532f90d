import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import * as z from 'zod'
import { extendedJson } from '../../config/cloud/extended-json'
import { later } from '../../config/cloud/later'
import { answerOf, builtCloud } from './support/built'

describe('the deployed folder works by itself', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deployed-'))
    await cp(join(await builtCloud(), 'api'), folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  const unknown = { ok: false, code: 'UNAUTHENTICATED' }

  test('as it was built', async () => {
    expect(await answerOf(folder)).toEqual(unknown)
  })

  test('without the code cache', async () => {
    await rm(join(folder, 'bundle.cache'))
    expect(await answerOf(folder)).toEqual(unknown)
  })

  test('with a code cache of another Node', async () => {
    await writeFile(join(folder, 'bundle.cache'), Buffer.alloc(4096, 7))
    expect(await answerOf(folder)).toEqual(unknown)
  })
})

describe('what a start puts off', () => {
  interface ExtendedJson {
    parse(text: string, options?: unknown): unknown
    stringify(value: unknown, ...options: readonly unknown[]): string
  }
  const { EJSON } = createRequire(join(__dirname, '../../node_modules/@cloudbase/database/package.json'))('bson') as { EJSON: ExtendedJson }
  const strict = { relaxed: false }
  const untouched = extendedJson(() => {
    throw new Error('the whole library was asked for')
  })

  test('questions and documents are written and read as by the library that the SDK brings', () => {
    const ours = extendedJson(() => EJSON)
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined, 2 ** 40, 2 ** 63, -0, /^a.b/i),
      fc.date(),
    )
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$undefined', '$symbol', '$in', '__proto__')), tie('value')),
      ),
    }))
    const outcome = (run: () => unknown) => {
      try {
        return { gave: run() }
      } catch (error) {
        return { threw: String(error) }
      }
    }
    fc.assert(
      fc.property(value, one => {
        const written = outcome(() => EJSON.stringify(one, strict))
        expect(outcome(() => ours.stringify(one, strict))).toEqual(written)
        for (const text of [JSON.stringify(one), 'gave' in written ? written.gave : undefined])
          if (typeof text === 'string') expect(outcome(() => ours.parse(text))).toEqual(outcome(() => EJSON.parse(text)))
      }),
      { numRuns: 500 },
    )
  })

  test('of plain ones the library is not asked', () => {
    const row = { _id: 'a', at: 1_700_000_000_000, list: [1.5, 'x', null, { deep: true }], gone: undefined }
    expect(untouched.stringify(row, strict)).toBe(EJSON.stringify(row, strict))
    expect(untouched.parse(JSON.stringify(row))).toEqual(EJSON.parse(JSON.stringify(row)))
  })

  test('a schema is made when something is checked by it, and checks as one that was made at once', () => {
    let made = 0
    const counting = (factory: unknown) => () => {
      made++
      return factory as never
    }
    const put = {
      object: later(counting(z.object)),
      string: later(counting(z.string)),
      array: later(counting(z.array)),
      int: later(counting(z.int)),
    }
    const schemaOf = (from: Pick<typeof z, 'object' | 'string' | 'array' | 'int'>) => {
      const row = from.object({ id: from.string().min(1).max(3), n: from.int().optional() })
      return from.object({
        rows: from.array(row).max(2),
        more: row
          .extend({ why: from.string().trim().min(1) })
          .partial()
          .nullable(),
      })
    }
    const [mine, theirs] = [schemaOf(put as unknown as typeof z), schemaOf(z)]
    expect(made).toBe(0)
    const given = [
      {},
      null,
      { rows: [], more: null },
      { rows: [{ id: 'abcd' }], more: {} },
      { rows: [{ id: 'a', n: 1 }, { id: 'b' }], more: { why: ' x ', n: 2 } },
    ]
    for (const one of given) {
      const [answer, wanted] = [mine.safeParse(one), theirs.safeParse(one)]
      expect(answer.success ? answer.data : answer.error.issues).toEqual(wanted.success ? wanted.data : wanted.error.issues)
    }
    expect(made).toBeGreaterThan(0)
    expect(mine).toBeInstanceOf(z.ZodObject)
    expect(Object.keys(mine.shape)).toEqual(['rows', 'more'])
    expect('shape' in mine).toBe(true)
  })
})
