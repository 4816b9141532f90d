import { build } from 'esbuild'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { bundleOf } from '../localcloud/bundle'
import { bundledName, SCRIPTS, type ScriptName } from '../localcloud/scripts'
import { buildIfStale, root } from './fresh'

const source = join(root, 'localcloud')
const common = { platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error' } as const
/** The program, and what a test starts a cloud with. */
const entries = ['main.ts', 'cloud.ts']
/** Needs esbuild, which the package does without. */
const BUNDLER = 'localcloud/bundle.ts'
const beside = ['package.json', 'LICENSE', 'README.md', 'REFERENCE.md', 'desk/index.html']
const styles = ['desk', 'desk-panels', 'desk-chat', 'desk-data', 'desk-overview', 'desk-people', 'desk-steps'].map(
  name => `desk/${name}.css`,
)

const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) })
const namesIn = async (file: string) => Object.keys(Manifest.parse(JSON.parse(await readFile(file, 'utf8'))).dependencies)

/** The sources that the entries reach, by their paths from the root, and the packages that these import. */
const reached = async () => {
  const { metafile } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: entries.map(name => join(source, name)),
    bundle: true,
    packages: 'external',
    write: false,
    metafile: true,
    outdir: 'dist',
  })
  const modules = Object.entries(metafile.inputs).filter(([path]) => path !== BUNDLER)
  const imported = modules.flatMap(([, { imports }]) => imports.flatMap(({ path, external }) => (external === true ? [path] : [])))
  const packages = imported.filter(path => !path.startsWith('node:')).map(path => /^(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? path)
  return { modules: modules.map(([path]) => path), packages: new Set(packages) }
}

/**
 * Builds the local cloud as a package of its own into `dist/localcloud`, file by file, its bundled scripts among them: `npm pack dist/localcloud`.
 * @throws Error where a source imports a package that localcloud/package.json does not name
 */
const buildLocalCloud = async (): Promise<void> => {
  const out = join(root, 'dist/localcloud')
  const [{ modules, packages }, named] = await Promise.all([reached(), namesIn(join(source, 'package.json'))])
  const unnamed = [...packages].filter(name => !named.includes(name))
  if (unnamed.length > 0) throw new Error(`localcloud/package.json does not name ${unnamed.join(', ')}`)
  await rm(out, { recursive: true, force: true })
  await build({ ...common, absWorkingDir: root, entryPoints: modules, outbase: source, outdir: out })
  const bundle = async (name: ScriptName) => {
    const file = join(out, bundledName(name))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await bundleOf(join(source, `${name}.ts`), SCRIPTS[name]))
  }
  await Promise.all([bundle('functions/boot'), bundle('desk/desk'), bundle('desk/phone-network')])
  await Promise.all([...beside, ...styles].map(name => copyFile(join(source, name), join(out, name))))
}

/** Builds the local cloud as a package, unless it was built from these sources. */
export const buildLocalCloudIfStale = () =>
  buildIfStale('dist/localcloud', ['localcloud', 'config/build-localcloud.ts', 'package-lock.json'], buildLocalCloud)
