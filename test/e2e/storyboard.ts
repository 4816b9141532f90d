import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../../config/fresh'
import { routes, type Route } from '../../core/shared/routes'
import { HOUR, MORNING } from '../features/support/branch'
import { press, reads, scanned, type } from './support/hands'
import { runScript, shown, type Shown } from './support/shown'
import { turnTo } from './support/walk'

/** Where the README finds it. */
const FILE = join(root, 'docs/storyboard.png')
const TITLE = '主题党日：学习二十届四中全会精神'

interface Picture {
  words: string
  english: string
  png: Buffer
}

/** Plays the secretary's main job, a theme Party day, and takes four pictures of it. */
const play = async ({ branch, phone: open }: Shown): Promise<Picture[]> => {
  const phone = async (openid: string, to: Route): Promise<Page> => {
    const page = await open(openid, { scale: 1.5 })
    await turnTo(page, to)
    return page
  }
  const pictures: Picture[] = []
  const take = async (page: Page, words: string, english: string) => {
    pictures.push({ words, english, png: await page.screenshot() })
  }

  const secretary = await phone('demo-secretary', routes.publish())
  await type(secretary, '名称', TITLE)
  await type(secretary, '日期', '2026-11-22')
  await secretary.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
  await take(secretary, '书记发通知', 'The secretary publishes')
  await press(secretary, /^发通知$/)
  await press(secretary, /^发给 \d+ 位同志$/)
  await reads(secretary, '通知已经发出')

  const found = await branch.as('demo-secretary').calls('activity.list', { from: MORNING })
  const activity = found.ok ? found.data.items.find(one => one.title === TITLE) : undefined
  if (!activity) throw new Error('the Party day was not published')
  const { activityId, startsAt } = activity

  const member = await phone('demo-member-01', routes.activity({ id: activityId }))
  await press(member, '我参加')
  await reads(member, '您参加，已记下')
  await take(member, '老同志说参加', 'A member says they come')

  await branch.clock.advance(startsAt - HOUR / 2 - MORNING)
  const door = await phone('demo-secretary', routes.door({ activityId }))
  const code = door.locator('.door-code').locator('visible=true')
  await code.waitFor()
  const camera = await phone('demo-member-01', routes.signIn({ q: await scanned(code) }))
  await reads(camera, '签到成功')
  await reads(door, /已到 1/)
  await take(camera, '扫码签到', 'Scans the code at the door')

  // The others are ticked off at the door, as on any Party day.
  const people = await branch.as('demo-secretary').calls('attendance.sheet', { activityId })
  if (!people.ok) throw new Error(people.code)
  const came = people.data.items.filter((one, at) => one.state === 'unmarked' && at % 9 !== 4)
  const marked = await branch.as('demo-secretary').calls('attendance.mark', {
    activityId,
    marks: came.map(({ memberId }) => ({
      memberId,
      state: 'present',
      at: startsAt - HOUR / 2,
      nonce: `board-${memberId}`,
      reason: '到会',
    })),
  })
  if (!marked.ok) throw new Error(marked.code)
  const sheet = await phone('demo-secretary', routes.sheet({ activityId }))
  await reads(sheet, `到 ${String(came.length + 1)} 人`)
  await take(sheet, '签到表自动出来', 'The sheet counts itself')
  return pictures
}

const page = (pictures: readonly Picture[]): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #fff; font: 20px/1.4 sans-serif; color: #1f1a17 }
  figure { margin: 0; width: 300px }
  img { width: 300px; border: 6px solid #2b2622; border-radius: 28px; box-sizing: border-box; display: block }
  b { color: #b9151b; margin-right: 8px } figcaption { padding: 12px 4px 0 } small { display: block; color: #6b625c; font-size: 15px }
</style>${pictures
  .map(
    ({ words, english, png }, at) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption><b>${String(at + 1)}</b>${words}<small>${english}</small></figcaption></figure>`,
  )
  .join('')}`

/** `npm run storyboard`: draws the four pictures of the README from the built product. */
runScript(() =>
  shown(async product => {
    const pictures = await play(product)
    const board = await product.browser.newPage({ viewport: { width: 4 * 300 + 5 * 24, height: 100 } })
    await board.setContent(page(pictures))
    await board.screenshot({ path: FILE, fullPage: true })
    console.log(`${FILE}: ${String(Math.round((await readFile(FILE)).length / 1024))} KB`)
  }),
)
