import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { worldOf } from '../features/support/world'
import { startDesk, type Desk } from './support/desk'
import { holdAs, sizes, states, turnTo } from './support/walk'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 300_000)
afterAll(() => product.close())

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What depends on how large things are; all else is the same in each size. */
const OF_SIZE = ['color-contrast', 'target-size', 'scrollable-region-focusable']
/** Pages are mostly no longer than this, px; drawing a window of the longest costs several times as much. Below longer ones some room is left. */
const [USUAL, MARGIN] = [2000, 500]

/** The whole page at once: what lies under the bar at the bottom until one scrolls is not measured as covered by it. */
const holdWhole = async (page: Page, held: { width: number; large: boolean }): Promise<void> => {
  await holdAs(page, { ...held, height: USUAL })
  const longest = await page.evaluate(() => Math.max(...[...document.querySelectorAll('html, .screen')].map(one => one.scrollHeight)))
  if (longest > USUAL) await holdAs(page, { ...held, height: longest + MARGIN })
}

/** Each fault with its element. */
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

/**
 * Takes the pages behind the one that is shown out of the document for a while, each leaving a mark where it was: axe walks whatever is there, and four
 * fifths of it were the same hidden pages over and over.
 */
const withoutHidden = async (page: Page, look: () => Promise<void>): Promise<void> => {
  await page.evaluate(() => {
    const hidden = [...document.querySelectorAll('.taro_page')].filter(one => one.getClientRects().length === 0)
    window.behind = hidden.map(one => {
      const mark = document.createComment('')
      one.replaceWith(mark)
      return [mark, one]
    })
  })
  await look()
  await page.evaluate(() => window.behind.forEach(([mark, one]) => mark.replaceWith(one)))
}

declare global {
  interface Window {
    axe: typeof axe
    behind: [Comment, Element][]
  }
}

test('every page can be heard, seen and pressed in each size', async () => {
  const all = states(await worldOf(product))
  const faults: string[] = []
  for (const openid of new Set(all.map(one => one.openid))) {
    const page = await product.phone(openid)
    await page.evaluate(axe.source)
    for (const { name, to } of all.filter(one => one.openid === openid)) {
      await turnTo(page, to)
      await withoutHidden(page, async () => {
        for (const [size, held] of Object.entries(sizes)) {
          await holdWhole(page, held)
          const found = await faultsOf(page, size === 'phone' ? undefined : OF_SIZE)
          // Of a screen that is not shown both are 0.
          const wider = await page.evaluate(() =>
            [...document.querySelectorAll('html, .screen')].map(one => one.scrollWidth - one.clientWidth).filter(by => by > 0),
          )
          if (wider.length > 0) found.push(`is wider than its window by ${wider.join(', ')}`)
          faults.push(...found.map(fault => `${name} ${openid} ${size}: ${fault}`))
        }
      })
    }
    await page.context().close()
  }
  expect(faults).toEqual([])
}, 600_000)
