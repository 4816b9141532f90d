import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { browserPath } from '../../../config/browser'
import { buildCloudIfStale } from '../../../config/build-cloud'
import { buildH5IfStale } from '../../../config/build-web'
import { startProduct } from '../../../config/product'
import { branchAt, MORNING, type Branch } from '../../features/support/branch'
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

/** Starts the whole product as `npm start` does, in a folder of its own, at the demo's morning (unless said), and a browser beside it. */
export const startDesk = async (frozenAt = MORNING): Promise<Desk> => {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it')
  await buildCloudIfStale()
  await buildH5IfStale()
  const data = await mkdtemp(join(tmpdir(), 'changqing-'))
  const cloud = await startProduct({ data, demo: 'branch', port: 0, frozenAt })
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  return {
    ...branchAt(cloud.url),
    browser,
    phone: async (openid, to = routes.home(), options = {}) => {
      const context = await browser.newContext({ viewport: { width: 375, height: 720 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(`${cloud.url}/phone/index.html?as=${openid}${options.large ? '&large=1' : ''}#/${to}`)
      return page
    },
    desk: async openids => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      page.setDefaultTimeout(15_000)
      await page.goto(`${cloud.url}/?phones=${openids.join(',')}`)
      return page
    },
    close: async () => {
      await browser.close()
      await cloud.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
