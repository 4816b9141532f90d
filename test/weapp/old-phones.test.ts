import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const dist = join(__dirname, '../../dist/weapp')

test('an iPhone of before 2023 can read every script: none looks behind in a regular expression, at which its whole file would fail', () => {
  const scripts = readdirSync(dist, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile() && entry.name.endsWith('.js'))
  const failing = scripts.map(entry => join(entry.parentPath, entry.name)).filter(file => /\(\?<[=!]/.test(readFileSync(file, 'utf8')))
  expect(scripts.length).toBeGreaterThan(50)
  expect(failing.map(file => file.slice(dist.length))).toEqual([])
})
