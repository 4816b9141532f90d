/** @jest-environment jsdom */
import { isSigned, makeKeys, signBlinded } from '../../cloudfunctions/features/voice/ballots/keys'
import { routes } from '../../core/shared/routes'
import type { Given } from './support/answers'
import { good, morning, partyDay } from './support/answers'
import { startPhone, until } from './support/phone'

const fieldOf = (input: unknown, name: string): string => {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined
  return typeof value === 'string' ? value : ''
}

test('an elder with an old phone, without BigInt and WebCrypto, answers a survey; WeChat is killed in between and the ticket is still there', async () => {
  const keys = await makeKeys()
  const survey: Given<'survey.get'> = {
    ...{
      surveyId: 's-1',
      title: '支部工作测评',
      orgName: '第一党支部',
      closesAt: Date.now() + 10 * 60_000,
      state: 'open',
      publicKey: keys.publicKey,
    },
    questions: [
      { text: '满意吗', kind: 'grade' },
      { text: '最想参加什么', kind: 'choice', options: ['读书', '参观'] },
    ],
    ...{ tellers: [], ticketTaken: false, tickets: 0, invited: true, may: [] },
  }
  const dropped: unknown[] = []
  const answers = morning(partyDay, {
    'survey.get': () => good('survey.get', survey),
    'survey.ticket': input => good('survey.ticket', { signature: signBlinded(keys, fieldOf(input, 'blinded')) ?? '' }),
    'survey.drop': input => {
      dropped.push(input)
      return good('survey.drop', {})
    },
  })
  const drawer = new Map<string, unknown>()
  const first = await startPhone(answers, { old: true, drawer, letters: 23 }).open(routes.survey.path, { id: 's-1' })
  await first.see('对不上是谁填的')
  await first.tap('领票，开始填')
  await first.see('第1题')
  first.close()

  const screen = await startPhone(answers, { old: true, drawer, letters: 23 }).open(routes.survey.path, { id: 's-1' })
  await screen.see('第1题')
  await screen.tap('满意')
  await screen.tap('下一题')
  await screen.tap('参观')
  await screen.tap('看一遍')
  await screen.see('您填的是这样')
  await screen.tap('投进票箱')
  await until(
    () => 'the ballot',
    () => dropped.length === 1,
  )
  const [ballot] = dropped
  expect(ballot).toMatchObject({ surveyId: 's-1', answer: [4, [1]] })
  expect(isSigned(keys.publicKey, fieldOf(ballot, 'serial'), fieldOf(ballot, 'signature'))).toBe(true)
  await screen.see('已经投进票箱')
  // Of what was answered the phone keeps nothing.
  expect(JSON.stringify([...drawer])).not.toContain(fieldOf(ballot, 'serial'))
})
