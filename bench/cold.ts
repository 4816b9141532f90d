import { join } from 'node:path'
import { root } from '../config/fresh'
import { runChild } from './children'
import { functionEnv } from './function-env'
import { startBench } from './cloud'
import { median, type Row } from './table'

const PERSON = 'demo-member-05'

/** The cost of a new container: CPU from process start to the first reply, of `api` and of the stock SDK, over that of one bare POST. */
export const cold = async (quick: boolean): Promise<Row[]> => {
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
    stock: { name: 'stock', env: own },
  } as const
  /** Medians of runs in turn, each over the bare one. */
  const ratios = async (around: NodeJS.ProcessEnv) => {
    const spent = { bare: [] as number[], api: [] as number[], stock: [] as number[] }
    for (let round = 0; round < (quick ? 7 : 21); round++)
      for (const key of ['bare', 'api', 'stock'] as const)
        spent[key].push(Number(await runChild(programs[key].name, { ...around, ...programs[key].env })))
    const bare = median(spent.bare)
    return { api: median(spent.api) / bare, stock: median(spent.stock) / bare }
  }
  const here = await ratios(process.env)
  const empty = await ratios({})
  await cloud.close()
  const what = 'process start → first reply, CPU ÷ bare POST'
  return [
    { what: `${what}: api`, figure: here.api, budget: { most: 1.5 } },
    { what: `${what}: stock wx-server-sdk`, figure: here.stock },
    { what: `${what}: api, empty environment`, figure: empty.api },
    { what: `${what}: stock wx-server-sdk, empty environment`, figure: empty.stock },
  ]
}
