import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { routes } from '../../core/shared/routes'
import { asked } from '../../core/voice/surveys/rules'
import { blind, CHANCE, finalize } from '../../src/features/voice/ballots/blind'
import { seal, SEAL_CHANCE } from '../../src/features/voice/ballots/seal'
import { good } from '../features/support/attendance'
import { press, reads, type } from './support/hands'
import { startDesk, type Desk } from './support/desk'

const HOUR = 60 * 60_000
const TITLE = '支部今年怎么样'
const QUESTION = '您对支部今年的工作满意吗？'

let product: Desk
let teller: Page
let elders: Page[] = []
let tellerName = ''

beforeAll(async () => {
  product = await startDesk()
  const me = good(await product.as('demo-member-30').calls('me.get', {}))
  tellerName = me.member?.name ?? ''
}, 300_000)
afterAll(() => product.close())

/** The survey as a phone has it once it was told of it. */
const surveyId = async () => {
  const { items } = good(await product.as('demo-member-05').calls('survey.mine', {}))
  const found = items.find(one => one.title === TITLE)
  if (!found) throw new Error('the survey has reached no member')
  return found.surveyId
}

test('the secretary asks, with a teller: nothing goes out before the teller’s phone has made its key', async () => {
  const secretary = await product.phone('demo-secretary')
  await press(secretary, '不记名测评')
  await press(secretary, '发一个测评')
  await type(secretary, '测评的名字', TITLE)
  await type(secretary, '题目', QUESTION)
  await type(secretary, '哪天晚上8点截止', '2026-11-22')
  await press(secretary, '请一位监票人')
  await type(secretary, '输入名字找人', tellerName)
  await press(secretary, tellerName)
  await press(secretary, '看一遍再发')
  await reads(secretary, `只有监票人${tellerName}截止以后打得开`)
  await press(secretary, '发给监票人')
  await reads(secretary, '监票人还在准备钥匙')

  teller = await product.phone('demo-member-30', routes.inbox())
  await press(teller, /监票/u)
  await press(teller, '做我的钥匙')
  await reads(teller, '钥匙在您手机上')
}, 120_000)

test('two elders with large letters read who can know what, answer, and their phones drop it some minutes later', async () => {
  elders = await Promise.all(['demo-member-05', 'demo-member-06'].map(openid => product.phone(openid, routes.surveys(), { large: true })))
  for (const elder of elders) {
    await press(elder, TITLE)
    await reads(elder, '对不上是谁填的')
    await press(elder, '领票，开始填')
    await press(elder, /^很满意$/u)
    await press(elder, '看一遍')
    await reads(elder, '您填的是这样')
    await press(elder, '投进票箱')
    await reads(elder, '过一会儿自己投进票箱')
  }
  await product.clock.advance(HOUR)
  for (const elder of elders) {
    await elder.reload()
    await reads(elder, '已经投进票箱')
  }
}, 120_000)

test('after the end the teller’s phone opens the box, and everybody reads totals of six', async () => {
  const id = await surveyId()
  for (const nth of ['03', '04', '20', '29']) {
    const person = product.as(`demo-member-${nth}`)
    const survey = good(await person.calls('survey.get', { surveyId: id }))
    const blinded = blind(survey.publicKey, randomBytes(CHANCE))
    const { signature } = good(await person.calls('survey.ticket', { surveyId: id, blinded: blinded.blinded }))
    const keys = survey.tellers.flatMap(one => one.publicKey ?? [])
    const answer = seal(asked(survey.questions), [4], keys, randomBytes(SEAL_CHANCE)) ?? ''
    const signed = finalize(blinded, signature) ?? ''
    good(await person.calls('survey.drop', { surveyId: id, serial: blinded.serial, signature: signed, answer }))
  }
  await product.clock.advance(35 * HOUR)
  await teller.reload()
  await press(teller, '开箱点票')
  await reads(teller, '领票6人，收到6张')
  const [elder] = elders
  if (!elder) throw new Error('no elder is there')
  await elder.reload()
  await press(elder, '看结果')
  await reads(elder, '4 票')
  await reads(elder, '2 票')
}, 180_000)
