import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const dist = join(__dirname, '../../dist/weapp')
const KB = 1024

/** WeChat uploads no texts of licences, and of the project's own settings no phone hears. */
const isUploaded = (name: string) => !/\.LICENSE\.txt$|^project\..*json$/.test(name)

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && isUploaded(entry.name))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

const isApp = (value: unknown): value is { subPackages: { root: string }[] } =>
  typeof value === 'object' && value !== null && 'subPackages' in value && Array.isArray(value.subPackages)

const hasRules = (value: unknown): value is { preloadRule: Record<string, { packages: string[] }> } =>
  typeof value === 'object' && value !== null && 'preloadRule' in value && typeof value.preloadRule === 'object'

describe('what a phone on a slow network has to fetch', () => {
  const read = () => {
    const app: unknown = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
    if (!isApp(app)) throw new Error('app.json names no subpackages')
    return app.subPackages.map(({ root }) => ({ root, bytes: sizeOf(join(dist, root)) }))
  }

  test('the main package before the first screen: at most 480 KB', () => {
    const parts = read().reduce((sum, { bytes }) => sum + bytes, 0)
    expect(sizeOf(dist) - parts).toBeLessThanOrEqual(480 * KB)
  })

  test('each subpackage when its desk is opened: at most 400 KB', () => {
    for (const { root, bytes } of read()) expect({ root, small: bytes <= 400 * KB }).toEqual({ root, small: true })
  })

  test('what is fetched beforehand while a page is looked at: at most 2 MB, as WeChat asks, and of packages that there are', () => {
    const app: unknown = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
    if (!hasRules(app)) throw new Error('app.json says nothing of fetching beforehand')
    const sizes = new Map(read().map(({ root, bytes }) => [root, bytes]))
    const rules = Object.entries(app.preloadRule).map(([page, { packages }]) => ({
      page,
      small: packages.reduce((sum, root) => sum + (sizes.get(root) ?? NaN), 0) <= 2 * KB * KB,
    }))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter(({ small }) => !small)).toEqual([])
  })

  test('all together: at most 2 MB', () => {
    expect(sizeOf(dist)).toBeLessThanOrEqual(2 * KB * KB)
  })
})

describe('how large things are, as WeChat lays them out on phones 320 to 768 points wide', () => {
  const sheets = readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.wxss'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')

  test('nothing is measured against the width of the phone: 18 points are 18 on each', () => {
    expect(sheets.match(/[\d.]+rpx/g) ?? []).toEqual([])
    expect(sheets.match(/font-size:[^;}]*v[wh]/g) ?? []).toEqual([])
  })

  test.each([
    ['.screen', { body: 18, small: 16, title: 24, button: 22, main: 60, target: 48 }],
    ['.screen.large', { body: 24, small: 20, title: 30, button: 28, main: 72, target: 60 }],
  ])('the column %s is that of the look', (selector, lengths) => {
    const rule = sheets.split('}').find(one => one.split('{')[0]?.trim() === selector && one.includes('--body'))
    for (const [name, points] of Object.entries(lengths)) expect(rule).toContain(`--${name}:${String(points)}px`)
  })
})
