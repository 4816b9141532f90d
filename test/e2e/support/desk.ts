import { chromium, type Browser, type Page } from 'playwright-core'
import { browserPath } from '../../../config/browser'
import type { DemoKind } from '../../../config/demo/roster'
import { buildH5IfStale } from '../../../config/build-web'
import { MORNING, startBranch, type Branch } from '../../features/support/branch'
import { routes } from '../../../core/shared/routes'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] // prettier-ignore

export interface Desk extends Omit<Branch, 'close'> {
  browser: Browser
  /** A phone by itself: the H5 build as that person holds it. `to` is a page path with its query. */
  phone(openid: string, to?: string, options?: { large?: boolean }): Promise<Page>
  /** The desk's own page with those people's phones side by side. */
  desk(openids: readonly string[]): Promise<Page>
  close(): Promise<void>
}

/** No telephone is behind this browser: a number handed to it would keep its page from hearing the next taps. Nor does it write down what is said. */
const noTelephone = () => {
  for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) Reflect.deleteProperty(window, name)
  const { prototype } = HTMLIFrameElement
  Object.defineProperty(prototype, 'src', {
    get: function (this: HTMLIFrameElement) {
      return this.getAttribute('src')
    },
    set: function (this: HTMLIFrameElement, address: string) {
      if (!address.startsWith('tel:')) this.setAttribute('src', address)
    },
  })
}

/** The whole product as `npm start` shows it, at the demo's morning (by default), and a browser beside it. */
export const startDesk = async (frozenAt = MORNING, demo: DemoKind = 'branch'): Promise<Desk> => {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it')
  await buildH5IfStale()
  const cloud = await startBranch(demo, frozenAt)
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  return {
    ...cloud,
    browser,
    phone: async (openid, to = routes.home(), options = {}) => {
      const context = await browser.newContext({ viewport: { width: 375, height: 720 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      await context.addInitScript(noTelephone)
      const page = await context.newPage()
      page.setDefaultTimeout(45_000)
      await page.goto(`${cloud.url}/phone/index.html?as=${openid}${options.large ? '&large=1' : ''}#/${to}`)
      return page
    },
    desk: async openids => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      page.setDefaultTimeout(45_000)
      await page.addInitScript(noTelephone)
      await page.goto(`${cloud.url}/?phones=${openids.join(',')}`)
      return page
    },
    close: async () => {
      await browser.close()
      await cloud.close()
    },
  }
}
