import { setTimeout } from 'node:timers/promises'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { FrameLocator, Locator, Page } from 'playwright-core'

/** A phone on the desk or by itself: whatever can be looked at and pressed. */
export type Phone = FrameLocator | Page

/** The phone in that place on the desk, from 1. */
export const phoneOn = (desk: Page, place: number): FrameLocator => desk.frameLocator(`[data-phone="${String(place)}"] iframe`)

/** What shows these words now; pages behind the one in front do not count. */
export const seen = (phone: Phone, words: string | RegExp): Locator => phone.getByText(words).locator('visible=true').first()

const PRESSABLE = 'taro-button-core, [role="button"], [role="tab"], [role="radio"], [role="link"]'

/** Waits until all of a page is there: what is pressed before may still move away under the finger. */
export const whole = (phone: Phone): Promise<void> =>
  phone.locator('.screen:not(:has(.skeleton))').locator('visible=true').first().waitFor()

/** Presses what bears these words: a button, a tab, a line that opens something. */
export const press = (phone: Phone, words: string | RegExp): Promise<void> =>
  phone.locator(PRESSABLE).filter({ hasText: words }).locator('visible=true').first().click()

/** Lets this one question of the page's phones take as long as on a poor network, so that a quick finger comes before its answer. */
export const slowly = async (page: Page, op: string): Promise<void> => {
  await page.route('**/call/api', async route => {
    const message: unknown = route.request().postDataJSON()
    if (typeof message === 'object' && message !== null && 'op' in message && message.op === op) await setTimeout(1500)
    await route.continue()
  })
}

/** Waits until the words are on the screen. */
export const reads = (phone: Phone, words: string | RegExp): Promise<void> => seen(phone, words).waitFor()

/** Types into the field with that label; a button that bears the word too, on the page that is just going, is none. */
export const type = (phone: Phone, label: string, text: string): Promise<void> =>
  phone
    .locator('input, textarea')
    .and(phone.getByLabel(label))
    .or(phone.locator('.field', { hasText: label }).locator('input, textarea'))
    .locator('visible=true')
    .first()
    .fill(text)

/** Holds a camera before what is shown and reads the code in it. */
export const scanned = async (shown: Locator): Promise<string> => {
  const { data, width, height } = PNG.sync.read(await shown.screenshot())
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  if (!code) throw new Error('no code can be read from the screen')
  return code.data
}
