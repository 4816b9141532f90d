import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Script } from 'node:vm'
import { FIRST, loaderOf } from './loader'

/**
 * Run by the build in a plain Node of its own, with the function's folder and the numbers of pieces in each further pack as arguments: runs one request against a cloud
 * without documents, then keeps the code that V8 has compiled of the first pack in its cache; then runs the pieces of the others and keeps theirs.
 */
const [, , folder = '', pieces = '{}'] = process.argv
const further = JSON.parse(pieces) as Record<string, number>

interface Main {
  main?: (event: unknown) => Promise<unknown>
}

const cloud = createServer((req, res) => {
  req
    .resume()
    .on('end', () => res.setHeader('content-type', 'application/json').end(JSON.stringify({ requestId: 'warm', data: { list: [] } })))
})
cloud.listen(0, '127.0.0.1', () => {
  const { port } = cloud.address() as AddressInfo
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` })
  const scripts = new Map<string, Script>()
  const load = loaderOf(folder, createRequire(join(folder, 'index.js')), (name, script) => scripts.set(name, script))
  const keep = (name: string) => {
    const script = scripts.get(name)
    if (script) writeFileSync(join(folder, `${name}.cache`), script.createCachedData())
  }
  const { main } = load(`./${FIRST}/0`) as Main
  if (!main) throw new Error(`${folder} exports no main`)
  void main({ op: 'me.get' })
    .then(() => {
      keep(FIRST)
      for (const [name, count] of Object.entries(further)) for (let n = 0; n < count; n++) load(`./${name}/${n}`)
      // An input that is checked, for the cache of what checks it; of no caller nothing more is done.
      return main({ op: 'org.get', input: { orgId: 'warm' } })
    })
    .then(() => {
      for (const name of Object.keys(further)) keep(name)
      process.exit(0)
    })
})
