import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from './fresh'

interface Capability {
  context: string
  /** `service-cards`. */
  name: string
  /** `serviceCards`. */
  camel: string
  /** `serviceCard`: what its operations' names begin with. */
  noun: string
}

/** The files of a new capability, small but whole: they compile, are served, and their test fails until it says what the capability does. */
const filesOf = ({ context, name, camel, noun }: Capability): Record<string, string> => ({
  [`core/${context}/${name}/contract.ts`]: `import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, Id, page } from '../../shared/schemas'

const Item = z.object({ ${noun}Id: Id, name: z.string() })

export const ${camel} = {
  '${noun}.list': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, cursor: Cursor.optional() }),
    output: page(Item),
  }),
} as const
`,
  [`cloudfunctions/features/${context}/${name}/index.ts`]: `import { ${camel} as contract } from '../../../../core/${context}/${name}/contract'
import type { Handlers } from '../use-case'

/** What the capability is for (P00). */
export const handlers: Handlers<typeof contract> = {
  '${noun}.list': async () => ({ items: [], cursor: null }),
}

export { contract }
export { homes } from '../use-case'
`,
  [`src/features/${context}/${name}/List.tsx`]: `import { Screen } from '../../../components/Screen'

/** The list of ${name}. */
export const List = () => <Screen>{null}</Screen>
`,
  [`test/features/${context}/${name}.test.ts`]: `import { good } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

test('a secretary sees the ${name} of the branch', async () => {
  const { items } = good(await branch.as('demo-secretary').calls('${noun}.list', { branchId: 'branch-01' }))
  expect(items).toEqual([{ ${noun}Id: 'what it should show', name: 'what it should show' }])
})
`,
})

/** Where a module is changed: its text, put in at a position of its syntax tree. */
interface Insertion {
  at: number
  text: string
}

const parse = async (file: string): Promise<ts.SourceFile> =>
  ts.createSourceFile(file, await readFile(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)

const put = async (source: ts.SourceFile, insertions: readonly Insertion[]): Promise<void> => {
  const text = [...insertions]
    .sort((one, other) => other.at - one.at)
    .reduce((left, { at, text: more }) => left.slice(0, at) + more + left.slice(at), source.text)
  await writeFile(join(root, source.fileName), text)
}

/** Behind the last import of a module. */
const behindImports = (source: ts.SourceFile): number => source.statements.filter(ts.isImportDeclaration).at(-1)?.end ?? 0

/** The object literal that a module's constant is, through \`as const\` and the like. */
const objectOf = (source: ts.SourceFile, name: string): ts.ObjectLiteralExpression => {
  const declarations = source.statements.filter(ts.isVariableStatement).flatMap(one => [...one.declarationList.declarations])
  let value = declarations.find(one => one.name.getText() === name)?.initializer
  while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression
  if (!value || !ts.isObjectLiteralExpression(value)) throw new Error(`${source.fileName} has no object ${name}`)
  return value
}

/** Behind the last entry of an object and the comma after it. */
const behindEntries = (object: ts.ObjectLiteralExpression): number => object.properties.end

/** Enters the capability where it has to be known: the context's contract and the house. */
const register = async ({ context, name, camel, noun }: Capability): Promise<void> => {
  const contract = await parse(`core/${context}/contract.ts`)
  await put(contract, [
    { at: behindImports(contract), text: `\nimport { ${camel} } from './${name}/contract'` },
    { at: behindEntries(objectOf(contract, context)), text: `\n  ...${camel},` },
  ])
  const house = await parse('cloudfunctions/house.ts')
  await put(house, [
    { at: behindEntries(objectOf(house, 'capabilities')), text: `\n  ${noun}: () => import('./features/${context}/${name}'),` },
  ])
}

const main = async () => {
  const [context = '', name = ''] = (process.argv[2] ?? '').split('/')
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || !existsSync(join(root, 'core', context, 'contract.ts')))
    throw new Error(
      'npm run new:feature CONTEXT/NAME, where NAME is a plural noun of small letters, such as `service/posts` or `care/service-cards`',
    )
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const capability = { context, name, camel, noun: camel.replace(/s$/, '') }
  const files = Object.entries(filesOf(capability))
  const there = files.map(([file]) => file).filter(file => existsSync(join(root, file)))
  if (there.length > 0) throw new Error(`There already: ${there.join(', ')}. Nothing was written.`)
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
    console.log(file)
  }
  await register(capability)
  console.log(
    `Entered in core/${context}/contract.ts and cloudfunctions/house.ts. Next: the contract, then rules, use-case, screen with its route, test.`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
