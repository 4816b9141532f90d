import type { Metafile } from 'esbuild'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApi, SECOND } from '../config/build-cloud'
import { FIRST } from '../config/cloud/loader'
import { parted, SECOND_PACK } from '../config/cloud/packs'
import { root } from '../config/fresh'
import { runChild } from './children'
import { functionEnv } from './function-env'
import { startBench } from './cloud'
import { moreOperations } from './more-operations'
import { median, type Row } from './table'

const PERSON = 'demo-member-05'

/** What the first reply of `api` has loaded, by package or context: printed, largest first. */
const printLoaded = (metafile: Metafile) => {
  const bytes = new Map<string, number>()
  for (const [pack, files] of parted(metafile, 'cloudfunctions/api/index.ts', SECOND)) {
    if (pack !== FIRST && pack !== SECOND_PACK) continue
    for (const file of files)
      for (const [module, { bytesInOutput }] of Object.entries(metafile.outputs[file]?.inputs ?? {})) {
        const [name = module] =
          /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module) ?? /(?:core|cloudfunctions)\/(?:features\/)?[\w.]+/.exec(module) ?? []
        const key = name.replace(/^.*node_modules\//, '')
        bytes.set(key, (bytes.get(key) ?? 0) + bytesInOutput)
      }
  }
  const rows = [...bytes].sort((a, b) => b[1] - a[1])
  const total = rows.reduce((sum, [, size]) => sum + size, 0)
  const shown = rows.slice(0, 30).map(([name, size]) => `${(size / 1024).toFixed(1).padStart(8)} ${name}`)
  console.error(
    ['KB loaded for the first me.get, by package or context:', ...shown, `${(total / 1024).toFixed(1).padStart(8)} all`].join('\n'),
  )
}

/** The cost of a new container: CPU from process start to the first reply, of `api` and of the stock SDK, over that of one bare POST. */
export const cold = async (quick: boolean): Promise<Row[]> => {
  const larger = join(root, 'node_modules/.cache/bench/more')
  await rm(larger, { recursive: true, force: true })
  printLoaded(await buildApi(larger, [moreOperations(root)]))
  const cloud = await startBench()
  const own = functionEnv(cloud.url, PERSON)
  const query = { queryType: 'DOC', query: JSON.stringify({ _id: PERSON }), limit: 1 }
  const body = { action: 'database.getDocument', envName: 'local', collectionName: 'accounts', ...query }
  const programs = {
    bare: { name: 'bare', env: { BENCH_URL: `${cloud.url}/admin`, BENCH_BODY: JSON.stringify(body) } },
    api: {
      name: 'reply',
      env: { ...own, BENCH_ENTRY: join(root, 'dist/cloud/api/index.js'), BENCH_EVENT: JSON.stringify({ op: 'me.get' }) },
    },
    more: { name: 'reply', env: { ...own, BENCH_ENTRY: join(larger, 'api/index.js'), BENCH_EVENT: JSON.stringify({ op: 'me.get' }) } },
    stock: { name: 'stock', env: own },
  } as const
  /** Medians of runs in turn, each over the bare one. */
  const ratios = async (around: NodeJS.ProcessEnv) => {
    const spent = { bare: [] as number[], api: [] as number[], more: [] as number[], stock: [] as number[] }
    for (let round = 0; round < (quick ? 7 : 21); round++)
      for (const key of ['bare', 'api', 'more', 'stock'] as const)
        spent[key].push(Number(await runChild(programs[key].name, { ...around, ...programs[key].env })))
    const bare = median(spent.bare)
    return { api: median(spent.api) / bare, more: median(spent.more) / median(spent.api), stock: median(spent.stock) / bare }
  }
  const here = await ratios(process.env)
  const empty = await ratios({})
  await cloud.close()
  const what = 'process start → first reply, CPU ÷ bare POST'
  return [
    { what: `${what}: api`, figure: here.api, budget: { most: 1.5 } },
    { what: `${what}: stock wx-server-sdk`, figure: here.stock },
    { what: `${what}: api, empty environment`, figure: empty.api, budget: { most: 1.9 } },
    { what: 'the same with 100 more operations ÷ without', figure: here.more, budget: { most: 1.05 } },
    { what: 'the same in an empty environment', figure: empty.more, budget: { most: 1.05 } },
    { what: `${what}: stock wx-server-sdk, empty environment`, figure: empty.stock },
  ]
}
