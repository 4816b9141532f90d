import type { Page } from 'playwright-core'
import type { Route } from '../core/shared/routes'
import { startDesk } from '../test/e2e/support/desk'
import { states, turnTo, type State } from '../test/e2e/support/walk'
import keepClouds, { endClouds } from '../test/features/support/clouds'
import { worldOf } from '../test/features/support/world'
import { spread, type Row } from './table'

/** What comes within this time is felt as the answer to one's own tap, ms. */
const MOST = 100

/** From the tap until a first shape of the page is drawn: its title, what is known of it, grey bars where the cloud is asked; ms. */
const firstShape = (page: Page, to: Route): Promise<number> =>
  page.evaluate(async route => {
    const screens = `.taro_page[id^="/${route.replace(/\?.*/, '')}"] .screen`
    const began = performance.now()
    window.location.hash = `#/${route}`
    while (![...document.querySelectorAll(screens)].some(one => one.getClientRects().length > 0)) await new Promise(requestAnimationFrame)
    // The frame in which it stands is drawn before the next one begins.
    await new Promise(requestAnimationFrame)
    return performance.now() - began
  }, to)

interface Took {
  name: string
  first: number
  /** The quicker of two times more: what else the machine does passes. */
  again: number
}

/** Opens these pages on a phone, all of them once before any is opened again. */
const opened = async (page: Page, all: readonly State[]): Promise<Took[]> => {
  const round = async () => {
    const took: number[] = []
    for (const { to } of all) {
      took.push(await firstShape(page, to))
      await turnTo(page, to)
    }
    return took
  }
  const [first, second, third] = [await round(), await round(), await round()]
  return all.map(({ name }, nth) => ({ name, first: first[nth] ?? NaN, again: Math.min(second[nth] ?? NaN, third[nth] ?? NaN) }))
}

const ways = [
  ['first', 'the first time on a phone, its code fetched'],
  ['again', 'once more'],
] as const

/** Every page in Chromium: how long after the tap it has a shape. */
export const skeleton = async (): Promise<Row[]> => {
  await keepClouds()
  const product = await startDesk()
  const all = states(await worldOf(product))
  const pages = [...new Map(all.map(one => [one.name, one])).values()]
  const took: Took[] = []
  for (const openid of new Set(pages.map(one => one.openid))) {
    const page = await product.phone(openid)
    await page.locator('.screen:not(:has(.skeleton))').first().waitFor()
    const its = pages.filter(one => one.openid === openid)
    took.push(...(await opened(page, its)))
    await page.context().close()
  }
  await product.close()
  await endClouds()
  return ways.flatMap(([way, words]): Row[] => {
    const slow = took.filter(one => one[way] > MOST).sort((one, other) => other[way] - one[way])
    const note = slow.map(one => `${one.name} ${one[way].toFixed(0)} ms`).join(', ')
    // In WeChat the code of the next pages is there before the tap; here each page fetches its own, which is told and not judged.
    const none = way === 'again' ? { budget: { most: 0 } } : {}
    return [
      { what: `a first shape of a page, ${words}`, ...spread(took.map(one => one[way])), budget: { most: MOST }, unit: ' ms', digits: 0 },
      { what: `pages of ${String(took.length)} that take longer than ${String(MOST)} ms, ${words}`, figure: slow.length, digits: 0, ...none, note },
    ] // prettier-ignore
  })
}
