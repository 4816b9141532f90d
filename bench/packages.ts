import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import * as z from 'zod'
import { root } from '../config/fresh'
import type { Row } from './table'

const App = z.object({ subPackages: z.array(z.object({ root: z.string() })).default([]) })
const KB = 1024

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
      510,
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
      2560,
    ),
  ]
}
