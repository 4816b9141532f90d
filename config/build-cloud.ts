import { build, type Metafile, type Plugin } from 'esbuild'
import { execFile as execFileWith } from 'node:child_process'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { collections } from '../cloudfunctions/house'
import { apart, modulesApart } from './cloud/apart'
import { firstUse, packagesApart } from './cloud/first-use'
import { fileOf, FIRST } from './cloud/loader'
import { packsOf } from './cloud/packs'
import { SCHEMAS_PACK, schemasLater, schemasPack } from './cloud/schemas-later'
import { root } from './fresh'
import { storageRules } from './storage-rules'

const execFile = promisify(execFileWith)
const functions = ['api', 'timer']
const CACHE = 'node_modules/.cache/build-cloud'

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

/** What the first request of a function, asked by the build for its code cache and by each phone at its start, imports besides. */
export const SECOND = 'cloudfunctions/features/people/identity/index.ts'

/** One function as deployed: `index.js`, which runs the packs beside it with their code caches, and what lies apart (docs/decisions/0006-cold-start.md). */
const buildFunction = async (name: string, out: string, warm: string, more: readonly Plugin[] = []): Promise<Metafile> => {
  const source = join(root, 'cloudfunctions', name)
  const target = join(out, name)
  // Made elsewhere and brought there whole: a cloud that runs meanwhile finds either build.
  const made = join(root, CACHE, more.length > 0 ? `${name}-more` : name)
  await rm(made, { recursive: true, force: true })
  await mkdir(made, { recursive: true })
  const { outputFiles, metafile } = await build({
    ...common,
    absWorkingDir: root,
    metafile: true,
    entryPoints: [join(source, 'index.ts')],
    outdir: target,
    write: false,
    format: 'esm',
    splitting: true,
    // Everything but the blanks, so that the map keeps its lines while escapes lengthen them.
    minifyIdentifiers: true,
    minifySyntax: true,
    sourcemap: 'inline',
    sourcesContent: false,
    logOverride: { 'import-is-undefined': 'error' },
    plugins: [...more, firstUse(root), schemasLater(root), apart],
    // Without templates, only regular expressions are left beyond ASCII. What lies apart is required: a script of its own cannot import.
    supported: { 'template-literal': false },
  })
  const asked = new Set(Object.values(metafile.outputs).flatMap(one => one.imports.map(({ path }) => path)))
  const pieces = outputFiles.map(file => ({ path: file.path, text: ascii(file.text) }))
  const packs = await packsOf({ metafile, outputFiles: pieces }, `cloudfunctions/${name}/index.ts`, SECOND, target)
  const beside = [...Object.entries(modulesApart), ...Object.entries(packagesApart)].filter(([pack]) => asked.has(`./${pack}/0`))
  await Promise.all([
    ...packs.flatMap(pack => [
      writeFile(join(made, fileOf(pack.name)), pack.code, 'latin1'),
      writeFile(join(made, `${fileOf(pack.name)}.map`), pack.map),
    ]),
    ...beside.map(([pack, module]) =>
      build({ ...common, ...alone, minify: true, entryPoints: [module], outfile: join(made, fileOf(pack)) }),
    ),
    build({
      ...{ ...common, ...alone, minify: true, outfile: join(made, fileOf(SCHEMAS_PACK)) },
      stdin: { contents: schemasPack, resolveDir: root },
    }),
  ])
  const further = [[SCHEMAS_PACK, 1] as const, ...packs.flatMap(pack => (pack.name === FIRST ? [] : [[pack.name, pack.count] as const]))]
  await execFile(process.execPath, [warm, made, JSON.stringify(Object.fromEntries(further))], { env: warmEnv })
  await Promise.all(['package.json', 'config.json'].map(file => copyFile(join(source, file), join(made, file))))
  await build({ ...common, minify: true, entryPoints: [join(root, 'config/cloud/entry.ts')], outfile: join(made, 'index.js') })
  await rm(target, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await rename(made, target)
  return metafile
}

/** A pack of one piece. */
const alone = {
  absWorkingDir: root,
  banner: { js: '(function () { return { 0: function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '} } })' },
} as const

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

const buildWarm = async () => {
  const warm = join(root, CACHE, 'warm.js')
  await build({ ...common, entryPoints: [join(root, 'config/cloud/warm.ts')], outfile: warm })
  return warm
}

/** Builds `api` alone, with more plugins, into a folder of that name in `out`; answers what is in its pieces. */
export const buildApi = async (out: string, more: readonly Plugin[]): Promise<Metafile> =>
  buildFunction('api', out, await buildWarm(), more)

/**
 * Builds the functions into `dist/cloud/<name>/` as deployed, SDK included, and writes the collections and the security rules of functions and
 * storage beside them.
 */
export const buildCloud = async (): Promise<void> => {
  const out = join(root, 'dist/cloud')
  const warm = await buildWarm()
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
