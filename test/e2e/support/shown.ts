import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { browserPath, ensureBrowser } from '../../../config/browser'
import { buildCloudIfStale } from '../../../config/cloud-if-stale'
import { buildH5IfStale } from '../../../config/build-web'
import { startProduct } from '../../../config/product'
import { branchAt, MORNING, type Branch } from '../../features/support/branch'

export interface Shown {
  browser: Browser
  branch: Branch
  /** A phone by itself, to be turned to pages. */
  phone: (openid: string, options?: { large?: boolean; scale?: number }) => Promise<Page>
}

/** The built product at the demo's morning and a browser beside it, for pictures made outside the tests; both are gone afterwards. */
export const shown = async (use: (product: Shown) => Promise<void>): Promise<void> => {
  await ensureBrowser()
  await buildCloudIfStale()
  await buildH5IfStale()
  const data = await mkdtemp(join(tmpdir(), 'changqing-'))
  const cloud = await startProduct({ data, demo: 'branch', port: 0, frozenAt: MORNING, durable: false })
  const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await use({
      browser,
      branch: { ...branchAt(cloud.url), close: () => Promise.resolve() },
      phone: async (openid, { large = false, scale = 1 } = {}) => {
        const context = await browser.newContext({
          ...{ viewport: { width: 375, height: 720 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', deviceScaleFactor: scale },
        })
        const page = await context.newPage()
        await page.goto(`${cloud.url}/phone/index.html?as=${openid}${large ? '&large=1' : ''}`)
        return page
      },
    })
  } finally {
    await browser.close()
    await cloud.close()
    await rm(data, { recursive: true, force: true })
  }
}

/** Ends the process when the script is done, with what went wrong where something did. */
export const runScript = (main: () => Promise<void>): void => {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
