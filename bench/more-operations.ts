import type { Plugin } from 'esbuild'
import { readFile } from 'node:fs/promises'

/** So many operations of five nouns in a context of its own, each with an input, an output and a refusal, and a use-case; generated, no people. */
const OPERATIONS = 100
const NOUNS = 5
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

const capability = (noun: number) => `
  import * as z from 'zod'
  import { operation, refusal } from '../../core/shared/operation'
  import { Id, InstantMs, line, page } from '../../core/shared/schemas'
  import { Rows${noun} as Rows } from 'more:documents-${noun}'
  export { homes } from '../../cloudfunctions/features/people/use-case'
  const Row = z.object({ id: Id, name: z.string(), at: InstantMs, more: z.array(z.object({ memberId: Id, text: z.string().optional() })) })
  export const contract = { ${numbers(OPERATIONS / NOUNS)
    .map(
      n => `'more${noun}.act${n}': operation({
        who: ['secretary', 'bureau'], of: 'branchId',
        input: z.object({ branchId: Id, rowId: Id.optional(), text: line(200), kind: z.enum(['one', 'two', 'three']) }),
        output: page(Row),
        errors: [refusal('MORE_${noun}_${n}', z.object({ at: InstantMs, by: z.string() })), 'CONFLICT'],
      })`,
    )
    .join(',')} }
  export const handlers = { ${numbers(OPERATIONS / NOUNS)
    .map(
      n => `async 'more${noun}.act${n}'({ branchId, text }, { store, now, fail }) {
        const rows = await store.table(Rows).find({ branchId, at: { lt: now } }, { order: [['at', 'desc']], limit: ${n + 1} })
        if (rows.some(row => row.name === text)) return fail('MORE_${noun}_${n}', { at: now, by: text })
        await store.table(Rows).add({ _id: branchId + text, branchId, at: now, name: text })
        return { items: rows }
      }`,
    )
    .join(',')} }`

const documents = (noun: number) => `
  import { by, collection } from '../../cloudfunctions/kernel/collection'
  import { stays } from '../../cloudfunctions/kernel/departures'
  export const Rows${noun} = collection('more-${noun}', { indexes: [by('branch', 'branchId', 'at')], fates: stays, takeover: 'none', succession: 'none' }).of()`

/** The house with more operations in it. */
export const moreOperations = (root: string): Plugin => ({
  name: 'more-operations',
  setup: build => {
    build.onResolve({ filter: /^more:/ }, ({ path }) => ({ path: path.slice('more:'.length), namespace: 'more' }))
    build.onLoad({ filter: /.*/, namespace: 'more' }, ({ path }) => {
      const noun = Number(/\d+$/.exec(path)?.[0])
      return {
        contents: path.startsWith('documents') ? documents(noun) : capability(noun),
        loader: 'js',
        resolveDir: `${root}/cloudfunctions/features`,
      }
    })
    build.onLoad({ filter: /cloudfunctions[\\/]house\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const table = /export const capabilities: [^=]+=> [^=]+= \{/.exec(source)?.[0]
      if (table === undefined) throw new Error(`${path} names its capabilities in another way now`)
      const imports = numbers(NOUNS).map(noun => `import * as more${noun} from 'more:documents-${noun}'`)
      const nouns = numbers(NOUNS).map(noun => `more${noun}: () => import('more:capability-${noun}'),`)
      const more = source.replace(table, `${table}\n${nouns.join('\n')}`).replace(
        'const documents = {',
        `const documents = {\n${numbers(NOUNS)
          .map(noun => `...more${noun},`)
          .join('')}`,
      )
      return { contents: `${imports.join('\n')}\n${more}`, loader: 'ts' }
    })
  },
})
