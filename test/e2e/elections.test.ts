import type { Page } from 'playwright-core'
import { routes } from '../../core/shared/routes'
import { good, meeting, stored } from '../features/support/attendance'
import { MINUTE } from '../features/support/branch'
import { CANDIDATES, signIn, smallBranch } from '../features/support/elections'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type, whole } from './support/hands'

let product: Desk
let voters: string[] = []
let activityId = ''
let secretary: Page
const names = new Map<string, string>()
const nameOf = (memberId: string) => names.get(memberId) ?? memberId

/** Ticks a person in a list of several, found by name. */
const tick = async (page: Page, label: string, memberId: string) => {
  await type(page, `${label}：输入名字`, nameOf(memberId))
  const field = page.getByLabel(`${label}：输入名字`).locator('visible=true').first()
  const list = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " stack ")][1]')
  await list.locator('[role="checkbox"]', { hasText: nameOf(memberId) }).click()
}
/** The three numbers of one candidate. */
const counts = async (page: Page, memberId: string, numbers: readonly [number, number, number]) => {
  const fields = page
    .locator('.card', { hasText: nameOf(memberId) })
    .locator('visible=true')
    .first()
    .locator('input')
  for (const [at, number] of numbers.entries()) await fields.nth(at).fill(String(number))
}

beforeAll(async () => {
  product = await startDesk()
  voters = await smallBranch(product)
  for (const one of await stored(product, 'members', { branchId: 'branch-01' })) names.set(one._id, one.name)
  activityId = await meeting(product, { kind: 'general-meeting', title: '换届选举大会' })
}, 300_000)
afterAll(() => product.close())

test('the secretary prepares the vote, names tellers, has the meeting agree, and begins once enough are there', async () => {
  secretary = await product.phone('demo-secretary', routes.election({ activityId }))
  await press(secretary, '准备选举')
  await whole(secretary)
  await press(secretary, /^3$/u)
  await reads(secretary, '还差 4 位候选人')
  for (const one of CANDIDATES) await tick(secretary, '候选人', one)
  await press(secretary, '准备好了')
  await press(secretary, '提名监票人、计票人')
  await tick(secretary, '监票人', 'm-34')
  await tick(secretary, '计票人', 'm-35')
  await press(secretary, '就请他们')
  for (const step of ['大会通过选举办法', '大会通过监票人、计票人']) {
    await press(secretary, step)
    await press(secretary, '大会通过了')
    await reads(secretary, '记好了')
  }
  await product.clock.advance(20 * MINUTE)
  await signIn(product, activityId, voters)
  await press(secretary, '清点人数，开始投票')
  await reads(secretary, '应到 10 人，到会 10 人')
  await press(secretary, '开始投票')
  await press(secretary, '是，开始投票')
  await reads(secretary, '可以投票')
}, 180_000)

test('an elder with large letters votes on the phone, one candidate at a time; all others get paper', async () => {
  const elder = await product.phone('demo-member-36', routes.election({ activityId }), { large: true })
  await press(elder, '用手机投票')
  await reads(elder, '对不上是谁填的')
  await press(elder, '用手机领票')
  const candidates = good(await product.as('demo-member-36').calls('election.at', { activityId }))
  const { candidates: listed } = good(await product.as('demo-member-36').calls('election.get', { electionId: candidates.electionId ?? '' }))
  for (const [at, { memberId, name }] of listed.entries()) {
    await reads(elder, name)
    await press(elder, memberId === 'm-33' ? /不赞成$/u : /○ 赞成$/u)
    await press(elder, at + 1 < listed.length ? '下一位' : '看一遍')
  }
  await reads(elder, '您选了 3 位')
  await press(elder, '投进票箱')
  await reads(elder, '已经投进票箱')

  await press(secretary, '发纸票，大家投票')
  await press(secretary, '其余的人都发纸票')
  await reads(secretary, '发纸票 9 张；1 位用手机投，不发纸票')
}, 120_000)

test('the teller counts the papers, the sums are held against each other, and everybody reads who is elected', async () => {
  const teller = await product.phone('demo-member-35', routes.election({ activityId }))
  await press(teller, '我来计票')
  await type(teller, '收回纸票', '9')
  await type(teller, '其中无效', '0')
  await counts(teller, 'm-30', [9, 0, 0])
  await counts(teller, 'm-31', [7, 1, 1])
  await counts(teller, 'm-32', [6, 2, 0])
  await reads(teller, '加起来是 8，有效票是 9')
  await counts(teller, 'm-32', [6, 2, 1])
  await counts(teller, 'm-33', [2, 7, 0])
  await press(teller, '票数对上了，保存')
  await secretary.reload()
  await press(secretary, '宣布结果')
  await press(secretary, '算结果')
  await press(secretary, '是，算结果')
  await reads(secretary, '收回 10 张（纸票 9，手机 1），无效 0 张')
  const reader = await product.phone('demo-member-37', routes.election({ activityId }))
  await reads(reader, new RegExp(`当选：.*${nameOf('m-30')}`, 'u'))
  await reads(reader, '赞成 7 · 不赞成 2 · 弃权 1')
}, 120_000)
