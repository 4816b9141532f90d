import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(__dirname, '../..')
const rooms = ['bench', 'cloudfunctions', 'config', 'core', 'delivery', 'localcloud', 'migrations', 'src', 'test']

test('no two modules of a folder differ by the case of their letters alone: on Windows and macOS one would be taken for the other', () => {
  const modules = rooms.flatMap(room =>
    readdirSync(join(root, room), { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map(entry => relative(root, join(entry.parentPath, entry.name)).replace(/\.tsx?$/u, '')),
  )
  const known = new Map<string, string>()
  const alike = [...new Set(modules)].filter(name => {
    const other = known.get(name.toLowerCase())
    known.set(name.toLowerCase(), name)
    return other !== undefined
  })
  expect(modules.length).toBeGreaterThan(1000)
  expect(alike).toEqual([])
})
