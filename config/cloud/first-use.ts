import type { Plugin } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { createRequire, isBuiltin } from 'node:module'
import { join } from 'node:path'

/** The SDK loads all of its packages at its start; those below are loaded late. */
const sdk = /node_modules\/(?:@cloudbase\/(?:node-sdk|database)|wx-server-sdk)\//

/** Packages that the SDK needs for some calls only, by their weight at the start (docs/decisions/0006-cold-start.md). */
const onFirstUse = [
  'xml2js',
  'form-data',
  'agentkeepalive',
  'https-proxy-agent',
  'http-proxy-agent',
  'mime-db',
  'https',
  'protobufjs/minimal',
  'json-bigint',
  'bson',
]

/** Those of them that the SDK calls when it is loaded, for what it uses later. */
const calledAtOnce = ['json-bigint']

const packOf = (name: string) => `later-${name.replaceAll(/\W/gu, '-')}`
/** Those of them that are installed, each a pack of its own, by its name: no start reads a byte of them. */
export const packagesApart: Readonly<Record<string, string>> = Object.fromEntries(
  onFirstUse.filter(name => !isBuiltin(name)).map(name => [packOf(name), name]),
)

/**
 * Parts of the SDK that no function here calls: models, MySQL, AI, watching a collection, tickets for other ways to sign in, and what asks a Tencent
 * machine that is no function where it is. A call of one throws.
 */
const leftOut = [
  '@cloudbase/wx-cloud-client-sdk',
  '@cloudbase/ai',
  '@cloudbase/app',
  'web-streams-polyfill',
  'jsonwebtoken',
  'axios',
  './realtime/websocket-client',
]

/** The part of `bson` that the SDK uses, without loading it for plain values (`extended-json.ts`). */
const plainBson = (root: string) => `
  const { extendedJson } = require(${JSON.stringify(join(root, 'config/cloud/extended-json.ts').replaceAll('\\', '/'))})
  exports.EJSON = extendedJson(() => require('./${packOf('bson')}/0').EJSON)`

const text = (value: string) => JSON.stringify(value)
const posix = (path: string) => path.replaceAll('\\', '/')

/**
 * A stand-in for a module that loads it when something is taken from it. To importers that ask (compiled TypeScript) it is a module with a
 * default export; where the real one has none, its default is the module itself, as they would have assumed.
 */
const standIn = (name: string, isModule: boolean) => `
  const load = () => require(${text(isBuiltin(name) ? name : `./${packOf(name)}/0`)})
  module.exports = new Proxy({}, {
    get: (_, key) => key === '__esModule' ? true : key === 'default' && !${isModule} ? load() : load()[key],
    has: (_, key) => key in load(),
    ownKeys: () => Reflect.ownKeys(load()),
    getOwnPropertyDescriptor: (_, key) => ({ ...Object.getOwnPropertyDescriptor(load(), key), configurable: true }),
  })`

/** The same of a package that is one function: what it makes is a stand-in. */
const standInMade = (name: string) => `
  const load = () => require('./${packOf(name)}/0')
  module.exports = (...given) => {
    let made
    return new Proxy({}, { get: (_, key) => (made ??= load()(...given))[key] })
  }`

const absence = (name: string) => `
  module.exports = new Proxy({}, {
    get: (_, key) => {
      if (key === '__esModule') return true
      throw new Error(${text(`${name} is left out of the functions: see config/cloud/first-use.ts`)})
    },
  })`

/** SDK code that gets another form of the same meaning: what is replaced, each of it once. */
type Instead = readonly (readonly [was: string, is: string])[]
const instead = (source: string, path: string, all: Instead): string =>
  all.reduce((done, [was, is]) => {
    if (done.split(was).length !== 2) throw new Error(`${path} is written in another way now: ${was}`)
    return done.replace(was, () => is)
  }, source)

/** Names that each request has are encoded and sorted once, addresses read without a parser of all addresses, and texts are hashed as one (`signing.ts`). */
const sortsNames: Instead = [
  [`Object.keys(obj || {})\n            .sort((l, r) => l.toString().localeCompare(r))`, 'signing.sortedNames(obj || {})'],
]
const signs: Instead = [
  ['Signer.camSafeUrlEncode(key.toLowerCase().trim())', 'signing.signedName(key, Signer.camSafeUrlEncode)'],
  ['const urlInfo = url_1.parse(url)', 'const urlInfo = signing.plainAddress(url) || url_1.parse(url)'],
  ["const hash = crypto.createHash('sha256');", "let hash; let text = '';"],
  [
    'hash.update(`&${key}=`);',
    "if (typeof params[key] === 'string') { text += `&${key}=${params[key]}\\r\\n`; continue; }\n" +
      "hash = hash || crypto.createHash('sha256'); hash.update(text); text = ''; hash.update(`&${key}=`);",
  ],
  [
    "return hash.digest(options.encoding || 'hex')",
    "return hash ? hash.update(text).digest(options.encoding || 'hex') : utils_1.sha256hash(text, options.encoding || 'hex')",
  ],
]
const hashesAtOnce: Instead = [
  [
    "return crypto.createHash('sha256').update(string).digest(encoding)",
    "return crypto.hash ? crypto.hash('sha256', string, encoding) : crypto.createHash('sha256').update(string).digest(encoding)",
  ],
]
const readsAddress: Instead = [
  ['const parsedUrl = (0, url_1.parse)(url)', 'const parsedUrl = signing.plainAddress(url) || (0, url_1.parse)(url)'],
]

/** The key of a day, a service and a secret, which every request derives afresh by three hashes: the last is kept. What is signed is only read, not cloned before. */
const derives = /const secretDate = .*?\n\s*const secretService = .*?\n\s*const secretSigning = .*?;\n/u
const tellsKeys = /debug\(secret(?:Date|Service|Signing)\.toString\('hex'\), '\w+'\);\n/gu
const KEYS_TOLD = 3
const clones = 'const clone = require("clone");'
const keepsKey = `
        const of = [this.credential.secretKey, date, service].join('\\n');
        if (keptKey.of !== of) {
            const day = utils_1.sha256hmac(date, 'TC3' + this.credential.secretKey);
            keptKey = { of, key: utils_1.sha256hmac('tc3_request', utils_1.sha256hmac(service, day)) };
        }
        const secretSigning = keptKey.key;
`

/** Each request asks six times for all that the platform says of a call in variables of the environment, for one or two of them: those alone are read. */
const asksAll = 'function getCloudbaseContext(context) {'
const asksOne = `
const always = new Set(['TRIGGER_SRC', '_SCF_TCB_LOG', 'SCF_NAMESPACE', 'TENCENTCLOUD_RUNENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY',
  'TENCENTCLOUD_SESSIONTOKEN', 'WX_CONTEXT_KEYS', 'WX_TRIGGER_API_TOKEN_V0', 'WX_CLIENTIP', 'WX_CLIENTIPV6', 'TCB_CONTEXT_KEYS', 'TCB_CONTEXT_CNFG', 'LOGINTYPE']);
const isListed = (key, list) => list !== undefined && list.split(',').includes(key);
const ofThisCall = new Proxy({}, { get: (_, key) =>
  always.has(key) || isListed(key, process.env.TCB_CONTEXT_KEYS) || isListed(key, process.env.WX_CONTEXT_KEYS) ? process.env[key] : undefined });
${asksAll}
    if (context === undefined) return ofThisCall;
`

/** The SDK's own module for messages to WeChat's interfaces, which it loads in several places. */
const LOADS_OPENAPI = /const openapi_1 = (__webpack_require__\(\/\*! [./]+protobuf\/openapi \*\/ "\.\/src\/protobuf\/openapi\.js"\));/gu
const OPENAPI_PLACES = 7

/** Loads late, or leaves out, what the first reply does not need. */
export const firstUse = (root: string): Plugin => ({
  name: 'first-use',
  setup: build => {
    const signing = `const signing = require(${text(posix(join(root, 'config/cloud/signing.ts')))});\n`
    build.onResolve({ filter: /^(?:[@\w]|\.\/realtime\/)/ }, ({ path, importer, namespace, resolveDir }) => {
      if (namespace !== 'file' || !sdk.test(posix(importer))) return undefined
      if (leftOut.includes(path)) return { path, namespace: 'left-out' }
      if (path === 'bson') return { path, namespace: 'bson', pluginData: resolveDir }
      return onFirstUse.includes(path) ? { path, namespace: 'first-use', pluginData: resolveDir } : undefined
    })
    for (const namespace of ['first-use', 'bson'])
      build.onResolve({ filter: /^\.\/later-/, namespace }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: /.*/, namespace: 'bson' }, ({ pluginData }) => ({ resolveDir: String(pluginData), contents: plainBson(root) }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: absence(path) }))
    build.onLoad({ filter: /.*/, namespace: 'first-use' }, ({ path, pluginData }) => {
      const resolveDir = String(pluginData)
      const real = createRequire(join(resolveDir, 'importer.js'))(path) as { __esModule?: boolean }
      return { resolveDir, contents: calledAtOnce.includes(path) ? standInMade(path) : standIn(path, real.__esModule === true) }
    })
    build.onLoad({ filter: /wx-server-sdk[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (source.match(LOADS_OPENAPI)?.length !== OPENAPI_PLACES) throw new Error(`${path} loads its messages in another way now`)
      return { contents: source.replace(LOADS_OPENAPI, 'const openapi_1 = new Proxy({}, { get: (_, key) => $1[key] });') }
    })
    build.onLoad({ filter: /signature-nodejs[\\/]lib[\\/]signer\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (!derives.test(source) || source.match(tellsKeys)?.length !== KEYS_TOLD)
        throw new Error(`${path} derives its keys in another way now`)
      const quick = instead(source.replace(derives, keepsKey).replace(tellsKeys, ''), path, signs)
      return { contents: `${signing}let keptKey = {};\n${quick}` }
    })
    build.onLoad({ filter: /signature-nodejs[\\/]lib[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (!source.includes(clones)) throw new Error(`${path} clones in another way now`)
      return { contents: source.replace(clones, 'const clone = value => value;') }
    })
    build.onLoad({ filter: /node-sdk[\\/]dist[\\/]utils[\\/]tcbcontext\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (!source.includes(asksAll)) throw new Error(`${path} asks for a call's variables in another way now`)
      return { contents: source.replace(asksAll, asksOne) }
    })
    build.onLoad({ filter: /signature-nodejs[\\/]lib[\\/]keyvalue\.js$/ }, async ({ path }) => {
      return { contents: signing + instead(await readFile(path, 'utf8'), path, sortsNames) }
    })
    build.onLoad({ filter: /signature-nodejs[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => ({
      contents: instead(await readFile(path, 'utf8'), path, hashesAtOnce),
    }))
    build.onLoad({ filter: /node-sdk[\\/]dist[\\/]utils[\\/]tcbapirequester\.js$/ }, async ({ path }) => ({
      contents: signing + instead(await readFile(path, 'utf8'), path, readsAddress),
    }))
  },
})
