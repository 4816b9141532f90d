import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Script } from 'node:vm'

/**
 * Run by the build in a plain Node of its own, with the function's folder as argument: runs one request on `bundle.js` against a cloud
 * without documents, then keeps the code that V8 has compiled in `bundle.cache`.
 */
const folder = process.argv[2] ?? ''
const filename = join(folder, 'bundle.js')

interface Loaded {
  exports: { main?: (event: unknown) => Promise<unknown> }
}
type Run = (exports: unknown, require: NodeJS.Require, module: Loaded, file: string, folder: string) => void

const cloud = createServer((req, res) => {
  req
    .resume()
    .on('end', () => res.setHeader('content-type', 'application/json').end(JSON.stringify({ requestId: 'warm', data: { list: [] } })))
})
cloud.listen(0, '127.0.0.1', () => {
  const { port } = cloud.address() as AddressInfo
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` })
  const script = new Script(readFileSync(filename, 'latin1'), { filename })
  const run = script.runInThisContext() as Run
  const module: Loaded = { exports: {} }
  run(module.exports, createRequire(filename), module, filename, folder)
  if (!module.exports.main) throw new Error(`${filename} exports no main`)
  void module.exports.main({ op: 'me.get' }).then(() => {
    writeFileSync(join(folder, 'bundle.cache'), script.createCachedData())
    process.exit(0)
  })
})
