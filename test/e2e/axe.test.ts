import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { worldOf } from '../features/support/world'
import { startDesk, type Desk } from './support/desk'
import { pages } from './support/pages'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 300_000)
afterAll(() => product.close())

/** How a page is held: the phone, with its letters normal and large, a small phone with large letters, a window on a PC. */
const sizes = {
  phone: { width: 375, large: false },
  large: { width: 375, large: true },
  small: { width: 320, large: true },
  wide: { width: 1280, large: false },
} as const
/** The whole page at once: what lies under the bar at the bottom until one scrolls is not measured as covered by it. */
const WHOLE = 8000

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What depends on how large things are; all else is the same in each size. */
const OF_SIZE = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/** Each fault once, with the first place where it is. */
const faultsOf = async (page: Page, only: readonly string[] | undefined): Promise<string[]> =>
  page.evaluate(
    async ({ tags, rules }) => {
      const found = await window.axe.run(document, {
        resultTypes: ['violations'],
        runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: [...tags] },
      })
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 400)}`))
    },
    { tags: TAGS, rules: only },
  )

declare global {
  interface Window {
    axe: typeof axe
  }
}

test('every page can be heard, seen and pressed in each size', async () => {
  const world = await worldOf(product)
  const opened = Object.entries(pages).flatMap(([name, of]) => of(world).map(([openid, to]) => ({ name, openid, to })))
  const faults: string[] = []
  for (const openid of new Set(opened.map(one => one.openid))) {
    const page = await product.phone(openid)
    await page.evaluate(axe.source)
    for (const { name, to } of opened.filter(one => one.openid === openid)) {
      await page.evaluate(route => {
        window.location.hash = `#/${route}`
      }, to)
      await page
        .locator(`.taro_page[id^="/${to.replace(/\?.*/, '')}"]`)
        .locator('visible=true')
        .locator('.screen:not(:has(.skeleton))')
        .waitFor()
      for (const [size, { width, large }] of Object.entries(sizes)) {
        await page.setViewportSize({ width, height: WHOLE })
        await page.evaluate(on => document.querySelectorAll('.screen').forEach(one => one.classList.toggle('large', on)), large)
        const found = await faultsOf(page, size === 'phone' ? undefined : OF_SIZE)
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (sideways > 0) found.push(`scrolls sideways by ${String(sideways)}`)
        faults.push(...found.map(fault => `${name} ${openid} ${size}: ${fault}`))
      }
    }
    await page.context().close()
  }
  expect(faults).toEqual([])
}, 600_000)
