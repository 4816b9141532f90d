import type { Plugin } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The SDK loads all of its packages at its start; those below are loaded late. */
const sdk = /node_modules\/(?:@cloudbase\/node-sdk|wx-server-sdk)\//

/** Packages that the SDK needs for some calls only, by their weight at the start (docs/decisions/0006-cold-start.md). */
const onFirstUse = [
  'axios',
  'jsonwebtoken',
  'xml2js',
  'form-data',
  'agentkeepalive',
  'https-proxy-agent',
  'http-proxy-agent',
  'mime-db',
  'https',
]

/** Parts of the SDK that no function here calls: models, MySQL, AI. A call of one throws. */
const leftOut = ['@cloudbase/wx-cloud-client-sdk', '@cloudbase/ai', '@cloudbase/app', 'web-streams-polyfill']

const text = (value: string) => JSON.stringify(value)
const posix = (path: string) => path.replaceAll('\\', '/')

/**
 * A stand-in for a module that loads it when something is taken from it. To importers that ask (compiled TypeScript) it is a module with a
 * default export; where the real one has none, its default is the module itself, as they would have assumed.
 */
const standIn = (name: string, isModule: boolean) => `
  const load = () => require(${text(name)})
  module.exports = new Proxy({}, {
    get: (_, key) => key === '__esModule' ? true : key === 'default' && !${isModule} ? load() : load()[key],
    has: (_, key) => key in load(),
    ownKeys: () => Reflect.ownKeys(load()),
    getOwnPropertyDescriptor: (_, key) => ({ ...Object.getOwnPropertyDescriptor(load(), key), configurable: true }),
  })`

const absence = (name: string) => `
  module.exports = new Proxy({}, {
    get: (_, key) => {
      if (key === '__esModule') return true
      throw new Error(${text(`${name} is left out of the functions: see config/cloud/first-use.ts`)})
    },
  })`

/** SDK code that gets another form of the same meaning. */
const compareByIcu = '.sort((l, r) => l.toString().localeCompare(r))'
const comparePlainly = (from: string) => `.sort(require(${text(from)}).compareKeys)`

/** Loads late, or leaves out, what the first reply does not need. */
export const firstUse = (root: string): Plugin => ({
  name: 'first-use',
  setup: build => {
    build.onResolve({ filter: /^[@\w]/ }, ({ path, importer, namespace, resolveDir }) => {
      if (namespace !== 'file' || !sdk.test(posix(importer))) return undefined
      if (leftOut.includes(path)) return { path, namespace: 'left-out' }
      return onFirstUse.includes(path) ? { path, namespace: 'first-use', pluginData: resolveDir } : undefined
    })
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: absence(path) }))
    build.onLoad({ filter: /.*/, namespace: 'first-use' }, ({ path, pluginData }) => {
      const resolveDir = String(pluginData)
      const real = createRequire(join(resolveDir, 'importer.js'))(path) as { __esModule?: boolean }
      return { resolveDir, contents: standIn(path, real.__esModule === true) }
    })
    build.onLoad({ filter: /signature-nodejs[\\/]lib[\\/]keyvalue\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (!source.includes(compareByIcu)) throw new Error(`${path} sorts its keys in another way now`)
      return { contents: source.replace(compareByIcu, comparePlainly(join(root, 'cloudfunctions/wx/key-order.ts'))) }
    })
  },
})
