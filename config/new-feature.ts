import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from './fresh'

/** The files of a new capability, small but whole: they compile, are served, and their test fails until someone says what the capability does. */
const filesOf = (name: string): Record<string, string> => {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const noun = camel.replace(/s$/, '')
  return {
    [`core/${name}/contract.ts`]: `import * as z from 'zod'
import { operation } from '../shared/operation'
import { Cursor, Id, page } from '../shared/schemas'

const Item = z.object({ ${noun}Id: Id, name: z.string() })

export const ${camel} = {
  '${noun}.list': operation({ who: ['secretary'], of: 'branchId', input: z.object({ branchId: Id, cursor: Cursor.optional() }), output: page(Item) }),
} as const
`,
    [`cloudfunctions/features/${name}.ts`]: `import type { ${camel} as contract } from '../../core/${name}/contract'
import type { Handlers } from '../kernel/ports'

/** Use-cases of ${name}. */
export const ${camel}: Handlers<typeof contract> = {
  '${noun}.list': async () => ({ items: [], cursor: null }),
}
`,
    [`src/features/${name}/List.tsx`]: `import { Screen } from '../../components/Screen'

/** The list of ${name}. */
export const List = () => <Screen title="${name}">{null}</Screen>
`,
    [`test/features/${name}.test.ts`]: `import { startBranch, type Branch } from './support/branch'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

test('a secretary sees the ${name} of the branch', async () => {
  const reply = await branch.as('demo-secretary').calls('${noun}.list', { branchId: 'branch-01' })
  expect(reply).toMatchObject({ ok: true, data: { items: [{ name: 'what it should show' }] } })
})
`,
  }
}

/** Adds an import and a spread to a table that names every capability. */
const register = async (file: string, importLine: string, camel: string, anchor: RegExp) => {
  const path = join(root, file)
  const text = await readFile(path, 'utf8')
  if (text.includes(importLine)) return
  const withImport = text.replace(/(import (?!type)[^\n]*\n)(?![\s\S]*import (?!type))/, `$1${importLine}\n`)
  const done = withImport.replace(anchor, match => `${match}\n  ...${camel},`)
  if (done === withImport) throw new Error(`${file} has changed its form: add ...${camel} by hand`)
  await writeFile(path, done)
}

const main = async () => {
  const name = process.argv[2] ?? ''
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    throw new Error('npm run new:feature NAME, where NAME is a plural noun of small letters, such as `posts` or `service-cards`')
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const files = Object.entries(filesOf(name))
  const there = files.map(([file]) => file).filter(file => existsSync(join(root, file)))
  if (there.length > 0) throw new Error(`There already: ${there.join(', ')}. Nothing was written.`)
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
    console.log(file)
  }
  await register('core/contract.ts', `import { ${camel} } from './${name}/contract'`, camel, /export const contract = \{/)
  await register(
    'cloudfunctions/router.ts',
    `import { ${camel} } from './features/${name}'`,
    camel,
    /export const handlers: Handlers<Contract> = \{/,
  )
  console.log('Registered in core/contract.ts and cloudfunctions/router.ts. Next: the contract, then rules, use-case, screen, test.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
