import type { Page } from 'playwright-core'
import { routes, type Route } from '../../../core/shared/routes'
import type { World } from '../../features/support/inputs'
import { pages } from './pages'

/** How a page is held: the phone, with its letters normal and large, a small phone with large letters, a window on a PC. */
export const sizes = {
  phone: { width: 375, height: 812, large: false },
  large: { width: 375, height: 812, large: true },
  small: { width: 320, height: 640, large: true },
  wide: { width: 1280, height: 800, large: false },
} as const
export type Size = keyof typeof sizes

export interface State {
  /** Its name among the routes. */
  name: string
  openid: string
  to: Route
}

/** Every page, person by person. */
export const states = (world: World): State[] =>
  Object.entries(pages)
    .flatMap(([name, of]) => of(world).map(([openid, to]) => ({ name, openid, to })))
    .sort((one, other) => one.openid.localeCompare(other.openid))

/** Turns the phone to a page and waits until all of it is there. */
export const turnTo = async (page: Page, to: Route): Promise<void> => {
  await page.evaluate(route => {
    window.location.hash = `#/${route}`
  }, to)
  const path = to.replace(/\?.*/, '')
  // The gallery shows the shape of a page that has not come yet for its own sake.
  const whole = path === routes.gallery.path ? '.screen' : '.screen:not(:has(.skeleton))'
  await page.locator(`.taro_page[id^="/${path}"]`).locator('visible=true').locator(whole).waitFor()
}

/** Holds the page as in that size; its letters follow at once. */
export const holdAs = async (page: Page, { width, height, large }: { width: number; height: number; large: boolean }): Promise<void> => {
  await page.setViewportSize({ width, height })
  await page.evaluate(on => document.querySelectorAll('.screen').forEach(one => one.classList.toggle('large', on)), large)
}

export const isSize = (name: string): name is Size => name in sizes
