import { build, transform } from 'esbuild'
import { execFile as execFileWith } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { collections } from '../cloudfunctions/house'
import { apart, filesApart } from './cloud/apart'
import { firstUse } from './cloud/first-use'
import { buildIfStale, root } from './fresh'
import { storageRules } from './storage-rules'

const execFile = promisify(execFileWith)
const functions = ['api', 'timer']

/** The environment in which a function is run once for its code cache: no caller is known, and its cloud has no documents. */
const warmEnv = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'warm',
  TENCENTCLOUD_SECRETKEY: 'warm',
  SCF_NAMESPACE: 'warm',
  TCB_ENV: 'warm',
  TCB_SOURCE: 'wx_client',
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  WX_OPENID: 'warm',
  WX_APPID: 'warm',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
  TZ: 'UTC',
}

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
} as const

/** Regular expressions mean the same with escapes; a pure ASCII file is read without decoding. */
const ascii = (code: string) => code.replace(/[^\x00-\x7f]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** One function as deployed: `index.js`, which runs `bundle.js` with the code cache beside it, and what lies apart (docs/decisions/0006-cold-start.md). */
const buildFunction = async (name: string, out: string, warm: string): Promise<void> => {
  const source = join(root, 'cloudfunctions', name)
  const target = join(out, name)
  await mkdir(target, { recursive: true })
  const { outputFiles, metafile } = await build({
    ...common,
    metafile: true,
    entryPoints: [join(source, 'index.ts')],
    outfile: join(target, 'bundle.js'),
    write: false,
    // Everything but the blanks, so that the map keeps its lines while escapes lengthen them.
    minifyIdentifiers: true,
    minifySyntax: true,
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [firstUse(root), apart],
    // Without templates, only regular expressions are left beyond ASCII. What lies apart is required: a script of its own cannot import.
    supported: { 'template-literal': false, 'dynamic-import': false },
  })
  const { code, map } = await transform(ascii(outputFiles[0]?.text ?? ''), {
    minify: true,
    format: 'cjs',
    target: common.target,
    legalComments: 'none',
    sourcemap: 'external',
    sourcefile: join(target, 'bundle.js'),
    sourcesContent: false,
    banner: '(function (exports, require, module, __filename, __dirname) {',
    footer: '})',
  })
  const cache = join(target, 'bundle.cache')
  await rm(cache, { force: true })
  await Promise.all([writeFile(join(target, 'bundle.js'), code, 'latin1'), writeFile(join(target, 'bundle.js.map'), map)])
  await execFile(process.execPath, [warm, target], { env: warmEnv })
  const asked = Object.values(metafile.outputs).flatMap(one => one.imports.map(({ path }) => path))
  const beside = Object.entries(filesApart).filter(([file]) => asked.includes(`./${file}`))
  await Promise.all(
    beside.map(([file, module]) =>
      build({ ...common, minify: true, entryPoints: [join(root, 'cloudfunctions', module)], outfile: join(target, file) }),
    ),
  )
  await Promise.all(['package.json', 'config.json'].map(file => copyFile(join(source, file), join(target, file))))
  // Last, because the local cloud watches it for a new build.
  await build({ ...common, entryPoints: [join(root, 'config/cloud/entry.ts')], outfile: join(target, 'index.js') })
}

const Triggers = z.object({ triggers: z.array(z.unknown()).default([]) })

/** The functions' security rules in the console's form: a function with a timer is called only by it, the others by everyone in WeChat. */
const securityRules = async () => {
  const rules: Record<string, { invoke: string | false }> = { '*': { invoke: 'auth != null' } }
  for (const name of functions) {
    const config: unknown = JSON.parse(await readFile(join(root, 'cloudfunctions', name, 'config.json'), 'utf8'))
    if (Triggers.parse(config).triggers.length > 0) rules[name] = { invoke: false }
  }
  return rules
}

/**
 * Builds the functions into `dist/cloud/<name>/` as deployed, SDK included, and writes the collections and the security rules of functions and
 * storage beside them.
 */
const buildCloud = async (): Promise<void> => {
  const out = join(root, 'dist/cloud')
  const warm = join(root, 'node_modules/.cache/build-cloud/warm.js')
  await build({ ...common, entryPoints: [join(root, 'config/cloud/warm.ts')], outfile: warm })
  await Promise.all(functions.map(name => buildFunction(name, out, warm)))
  const declared = collections.map(({ name, indexes }) => ({
    name,
    indexes: indexes.map(index => ({ unique: false, ...index })),
  }))
  const put = (name: string, value: unknown) => writeFile(join(out, name), `${JSON.stringify(value, null, 2)}\n`)
  await Promise.all([
    put('collections.json', { collections: declared }),
    put('rules.json', await securityRules()),
    put('storage-rules.json', storageRules),
  ])
}

/** Builds the cloud functions, unless they were built from these sources. */
export const buildCloudIfStale = () =>
  buildIfStale(
    'dist/cloud',
    ['cloudfunctions', 'core', 'config/build-cloud.ts', 'config/storage-rules.ts', 'config/cloud', 'package-lock.json'],
    buildCloud,
  )
