import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../config/fresh'
import { worldOf } from '../features/support/world'
import { runScript, shown, type Shown } from './support/shown'
import { holdAs, isSize, type Size, sizes, type State, states, turnTo } from './support/walk'

const OUT = join(root, 'dist/screens')

interface Shot extends State {
  file: string
}

/** Takes each state in one size, person by person. */
const takeAll = async ({ phone }: Shown, all: readonly State[], size: Size): Promise<Shot[]> => {
  const shots: Shot[] = []
  for (const openid of new Set(all.map(one => one.openid))) {
    const page = await phone(openid, sizes[size])
    for (const one of all.filter(other => other.openid === openid)) {
      const file = `${one.name}-${openid}-${String(shots.filter(({ name }) => name === one.name).length + 1)}-${size}.png`
      await turnTo(page, one.to)
      await holdAs(page, sizes[size])
      await writeFile(join(OUT, file), await page.screenshot())
      shots.push({ ...one, file })
    }
    await page.context().close()
  }
  return shots
}

const sheet = (shots: readonly Shot[], size: Size): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 16px; display: flex; flex-wrap: wrap; gap: 16px; background: #777; font: 14px sans-serif }
  figure { margin: 0; width: ${size === 'wide' ? '640' : '300'}px } img { width: 100%; display: block } figcaption { color: #fff }
</style>${shots.map(({ file, name, openid }) => `<figure><img src="${file}"><figcaption>${name} ${openid}</figcaption></figure>`).join('')}`

/** `npm run screens`: contact sheets of every page by every person who opens it, in each size, in dist/screens. `--page`, `--size` choose some. */
runScript(async () => {
  const { values } = parseArgs({ options: { page: { type: 'string', multiple: true }, size: { type: 'string', multiple: true } } })
  const chosen = (values.size ?? Object.keys(sizes)).map(name => {
    if (isSize(name)) return name
    throw new Error(`There is no size ${name}; there are ${Object.keys(sizes).join(', ')}.`)
  })
  await mkdir(OUT, { recursive: true })
  await shown(async product => {
    const all = states(await worldOf(product.branch)).filter(({ name }) => values.page === undefined || values.page.includes(name))
    for (const size of chosen) {
      const shots = await takeAll(product, all, size)
      for (const room of new Set(shots.map(({ to }) => to.split('/')[0] ?? ''))) {
        const inRoom = shots.filter(({ to }) => to.startsWith(`${room}/`))
        const file = join(OUT, `${room}-${size}`)
        await writeFile(`${file}.html`, sheet(inRoom, size))
        const page = await product.browser.newPage({ viewport: { width: 1600, height: 900 } })
        await page.goto(`file://${file}.html`)
        await page.screenshot({ path: `${file}.png`, fullPage: true })
        await page.close()
        console.log(`${file}.png: ${String(inRoom.length)}`)
      }
    }
  })
})
