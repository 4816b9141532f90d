import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { browserPath, ensureBrowser } from '../../config/browser'
import { buildCloudIfStale } from '../../config/build-cloud'
import { buildH5IfStale } from '../../config/build-web'
import { root } from '../../config/fresh'
import { startProduct } from '../../config/product'
import { branchAt, MORNING } from '../features/support/branch'
import { worldOf } from '../features/support/world'
import { holdAs, type Size, sizes, type State, states, turnTo } from './support/walk'

const OUT = join(root, 'dist/screens')

interface Shot extends State {
  file: string
}

/** Takes each state in one size, person by person. */
const takeAll = async (browser: Browser, url: string, all: readonly State[], size: Size): Promise<Shot[]> => {
  const shots: Shot[] = []
  for (const openid of new Set(all.map(one => one.openid))) {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    await page.goto(`${url}/phone/index.html?as=${openid}${sizes[size].large ? '&large=1' : ''}`)
    for (const one of all.filter(other => other.openid === openid)) {
      const file = `${one.name}-${openid}-${String(shots.filter(({ name }) => name === one.name).length + 1)}-${size}.png`
      await turnTo(page, one.to)
      await holdAs(page, sizes[size])
      await writeFile(join(OUT, file), await page.screenshot())
      shots.push({ ...one, file })
    }
    await context.close()
  }
  return shots
}

const sheet = (shots: readonly Shot[], width: number): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 16px; display: flex; flex-wrap: wrap; gap: 16px; background: #777; font: 14px sans-serif }
  figure { margin: 0; width: ${String(width)}px } img { width: 100%; display: block } figcaption { color: #fff }
</style>${shots.map(({ file, name, openid }) => `<figure><img src="${file}"><figcaption>${name} ${openid}</figcaption></figure>`).join('')}`

/** `npm run screens`: a contact sheet of every page by every person who opens it, in each size, into dist/screens. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { page: { type: 'string', multiple: true }, size: { type: 'string', multiple: true } } })
  await ensureBrowser()
  await buildCloudIfStale()
  await buildH5IfStale()
  await mkdir(OUT, { recursive: true })
  const data = await mkdtemp(join(tmpdir(), 'changqing-'))
  const cloud = await startProduct({ data, demo: 'branch', port: 0, frozenAt: MORNING, durable: false })
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const all = states(await worldOf({ ...branchAt(cloud.url), close: () => Promise.resolve() }))
    const wanted = all.filter(({ name }) => values.page === undefined || values.page.includes(name))
    for (const size of isSizes(values.size ?? Object.keys(sizes))) {
      const shots = await takeAll(browser, cloud.url, wanted, size)
      for (const room of new Set(shots.map(({ to }) => to.split('/')[0] ?? ''))) {
        const file = join(OUT, `${room}-${size}.html`)
        await writeFile(file, sheet(shots.filter(({ to }) => to.startsWith(`${room}/`)), size === 'wide' ? 640 : 300)) // prettier-ignore
        console.log(file)
      }
    }
  } finally {
    await browser.close()
    await cloud.close()
    await rm(data, { recursive: true, force: true })
  }
}

const isSizes = (names: readonly string[]): Size[] =>
  names.map(name => {
    if (name in sizes) return name as Size
    throw new Error(`There is no size ${name}; there are ${Object.keys(sizes).join(', ')}.`)
  })

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
