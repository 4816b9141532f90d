import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import * as z from 'zod'
import { root } from '../config/fresh'
import type { Row } from './table'

const App = z.object({ subPackages: z.array(z.object({ root: z.string() })).default([]) })
const KB = 1024

const Shares = z.record(z.string(), z.record(z.string(), z.number()))

/** How much the modules of each context may weigh, written once or several times, in all packages together. */
const BUDGETS: Readonly<Record<string, number>> = {
  ...{ libraries: 280, components: 135, platform: 37, words: 25, pages: 135, shared: 16, home: 37 },
  ...{
    people: 335,
    life: 270,
    service: 170,
    care: 112,
    help: 180,
    voice: 145,
    means: 95,
    assessment: 95,
    figures: 25,
    departures: 17,
    upkeep: 14,
  },
}
const contextOf = (module: string): string =>
  module.includes('node_modules/')
    ? 'libraries'
    : (/^(?:core|src\/features)\/([a-z]+)\//.exec(module)?.[1] ?? /^src\/(components|platform|words)\//.exec(module)?.[1] ?? 'pages')

/** How many modules each list of the largest names. */
const NAMED = 12

/** What the scripts are made of: by context; the largest modules of the main package; those that several subpackages bring along, most bytes first. */
const shares = async (isMain: (file: string) => boolean): Promise<Row[]> => {
  const files = Shares.parse(JSON.parse(await readFile(join(root, 'dist/weapp.parts.json'), 'utf8')))
  const contexts = new Map<string, number>()
  const main = new Map<string, number>()
  const copies = new Map<string, number[]>()
  for (const [file, share] of Object.entries(files))
    for (const [path, bytes] of Object.entries(share)) {
      const module = path.split(sep).join('/')
      const context = contextOf(module)
      contexts.set(context, (contexts.get(context) ?? 0) + bytes)
      if (isMain(file)) main.set(module, (main.get(module) ?? 0) + bytes)
      else copies.set(module, [...(copies.get(module) ?? []), bytes])
    }
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)
  const largest = (sizes: ReadonlyMap<string, number>, of: (module: string) => string) =>
    [...sizes]
      .sort(([, one], [, other]) => other - one)
      .slice(0, NAMED)
      .map(([module, bytes]): Row => ({ what: `weapp: ${of(module)}`, figure: bytes / KB, digits: 1, unit: ' KB' }))
  const again = new Map([...copies].map(([module, sizes]) => [module, sum(sizes.slice(1))] as const))
  return [
    ...[...contexts].map(([context, bytes]): Row => {
      const most = BUDGETS[context]
      if (most === undefined) throw new Error(`${context} has no budget in bench/packages.ts`)
      return { what: `weapp: scripts of ${context}`, figure: bytes / KB, budget: { most }, digits: 0, unit: ' KB' }
    }),
    ...largest(main, module => `in main: ${module}`),
    ...largest(again, module => `copied: ${module}, ${String(copies.get(module)?.length)} times; all but one`),
  ]
}

/** Sizes of what is uploaded to WeChat, in KB. */
export const packages = async (): Promise<Row[]> => {
  const home = join(root, 'dist/weapp')
  const { subPackages } = App.parse(JSON.parse(await readFile(join(home, 'app.json'), 'utf8')))
  const entries = await readdir(home, { withFileTypes: true, recursive: true })
  const files = await Promise.all(
    entries
      // WeChat's tools upload neither maps nor licence notes nor their own settings.
      .filter(entry => entry.isFile() && !/\.(map|LICENSE\.txt)$|^project\..*json$/.test(entry.name))
      .map(async entry => {
        const path = join(entry.parentPath, entry.name)
        return { path: relative(home, path).split(sep).join('/'), size: (await stat(path)).size }
      }),
  )
  const sum = (holds: (path: string) => boolean) => files.filter(file => holds(file.path)).reduce((all, file) => all + file.size, 0) / KB
  const within = (path: string) => subPackages.find(one => path.startsWith(`${one.root}/`))?.root
  const row = (what: string, figure: number, most: number): Row => ({
    what: `weapp: ${what}`,
    figure,
    budget: { most },
    digits: 0,
    unit: ' KB',
  })
  return [
    row(
      'main package',
      sum(path => within(path) === undefined),
      480,
    ),
    ...subPackages.map(one =>
      row(
        `subpackage ${one.root}`,
        sum(path => within(path) === one.root),
        400,
      ),
    ),
    row(
      'whole',
      sum(() => true),
      2048,
    ),
    ...(await shares(path => within(path) === undefined)),
  ]
}
