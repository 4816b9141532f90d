import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { routes } from '../../core/shared/routes'
import { startDesk, type Desk } from './support/desk'
import { holdAs, isSize, type Size, sizes } from './support/walk'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 300_000)
afterAll(() => product.close())

/** Points that are looked at as one: a letter's shape does not matter, its place and colour do. */
const BLOCK = 8
/** How far two greys may be apart, of 255, and how many of a thousand blocks may be further. */
const [NEAR, STRAY] = [36, 8]

/** The picture as a reader sees it from afar, one grey point for each block. */
const fromAfar = ({ width, height, data }: PNG): PNG => {
  const small = new PNG({ width: Math.floor(width / BLOCK), height: Math.floor(height / BLOCK), colorType: 0 })
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0
      for (let at = 0; at < BLOCK * BLOCK; at++) {
        const from = ((y * BLOCK + Math.floor(at / BLOCK)) * width + x * BLOCK + (at % BLOCK)) * 4
        sum += (data[from] ?? 0) + (data[from + 1] ?? 0) + (data[from + 2] ?? 0)
      }
      small.data.fill(Math.round(sum / (3 * BLOCK * BLOCK)), (y * small.width + x) * 4, (y * small.width + x) * 4 + 3)
      small.data[(y * small.width + x) * 4 + 3] = 255
    }
  }
  return small
}

/** Blocks of a thousand that differ; another height counts with all that is missing. */
const strays = (one: PNG, other: PNG): number => {
  const rows = Math.max(one.height, other.height)
  let differ = Math.abs(one.height - other.height) * one.width
  for (let at = 0; at < Math.min(one.data.length, other.data.length); at += 4)
    if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > NEAR) differ++
  return (1000 * differ) / (rows * one.width)
}

const kept = (size: Size) => join(__dirname, `pictures/gallery-${size}.png`)
const show = (page: Page) => page.locator('.screen').screenshot({ animations: 'disabled' })

/** Compares the gallery, held in one size, with the picture that was kept of it; answers how many blocks of a thousand differ. */
const compared = async (page: Page, size: Size): Promise<number> => {
  await holdAs(page, { ...sizes[size], height: 8000 })
  const seen = fromAfar(PNG.sync.read(await show(page)))
  if (process.env['KEEP_PICTURES'] !== undefined) {
    await mkdir(dirname(kept(size)), { recursive: true })
    await writeFile(kept(size), PNG.sync.write(seen, { colorType: 0 }))
  }
  const found = strays(seen, PNG.sync.read(await readFile(kept(size))))
  const file = join(__dirname, `../../dist/screens/gallery-${size}-seen.png`)
  if (found > STRAY) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await show(page))
  }
  return found
}

/** After a change that is meant: `KEEP_PICTURES=1 npm test -- test/e2e/gallery.test.ts` keeps what is seen. */
test('every component looks as it did in each size of which a picture is kept', async () => {
  const page = await product.phone('demo-stranger', routes.gallery())
  await page.getByRole('heading', { name: '填的' }).waitFor()
  const all = Object.keys(sizes).filter(isSize)
  for (const size of process.env['KEEP_PICTURES'] === undefined ? all.filter(one => existsSync(kept(one))) : all) {
    const found = await compared(page, size)
    expect({ size, found: found <= STRAY ? 'alike' : found }).toEqual({ size, found: 'alike' })
  }
}, 120_000)
