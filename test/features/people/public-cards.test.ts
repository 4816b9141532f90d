import type { Contract } from '../../../core/contract'
import type { RawInput } from '../../../core/shared/operation'
import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const publish = async (openid: string, more: Partial<RawInput<Contract['publicCard.publish']>> = {}) =>
  good(
    await branch.as(openid).calls('publicCard.publish', { name: '老王', helps: ['talk'], words: '会写毛笔字', reach: 'branch', ...more }),
  ).code
const open = async (code: string, openid = 'demo-stranger') => good(await branch.as(openid).calls('publicCard.get', { code }))

test('a stranger with the link sees what the member chose and nothing else', async () => {
  const code = await publish('demo-member-10')
  expect(await open(code)).toEqual({
    state: 'shown',
    card: { name: '老王', helps: ['talk'], words: '会写毛笔字', reach: 'branch', branchName: '常青花园离退休干部党支部' },
  })
  // A number that was not shown cannot be asked for.
  expect(refusal(await branch.as('demo-stranger').calls('publicCard.phone', { code }))).toBe('NOT_FOUND')
})

test('a number is given only where the member chose so, and each look leaves its row', async () => {
  const code = await publish('demo-member-11', { reach: 'phone' })
  const [member] = await stored(branch, 'members', { _id: 'm-11' })
  expect(JSON.stringify(await open(code))).not.toContain(member?.phones[0])
  expect(good(await branch.as('demo-stranger').calls('publicCard.phone', { code }))).toEqual({ phone: member?.phones[0] })
  expect(await stored(branch, 'audit', { memberId: 'm-11', what: 'public-card.phone' })).toMatchObject([
    { by: { openid: 'demo-stranger' } },
  ])
})

test('what is changed shows at once under the same code; two taps at once make one card', async () => {
  const [code, again] = await Promise.all([publish('demo-member-12'), publish('demo-member-12')])
  expect(again).toBe(code)
  expect(await publish('demo-member-12', { name: '王老师' })).toBe(code)
  expect(await open(code)).toMatchObject({ card: { name: '王老师' } })
})

test('a card that is withdrawn is gone everywhere at once, and an old link does not come back with a new card', async () => {
  const code = await publish('demo-member-13')
  good(await branch.as('demo-member-13').calls('publicCard.withdraw', {}))
  expect(await open(code)).toEqual({ state: 'withdrawn' })
  expect(good(await branch.as('demo-member-13').calls('publicCard.mine', {})).card).toBeNull()
  const next = await publish('demo-member-13')
  expect([(await open(code)).state, (await open(next)).state, next === code]).toEqual(['withdrawn', 'shown', false])
  expect(JSON.stringify(await stored(branch, 'audit', { memberId: 'm-13' }))).toContain('public-card.withdrawn')
})

test('a late retry of what was withdrawn meanwhile publishes nothing', async () => {
  const mine = branch.as('demo-member-17')
  const card = { name: '老陈', helps: ['talk' as const], words: '', reach: 'branch' as const }
  const { code } = good(await mine.calls('publicCard.publish', card, 'slow-card'))
  expect(good(await mine.calls('publicCard.publish', card, 'slow-card')).code).toBe(code)
  good(await mine.calls('publicCard.withdraw', {}))
  expect(refusal(await mine.calls('publicCard.publish', card, 'slow-card'))).toBe('CONFLICT')
  expect(good(await mine.calls('publicCard.mine', {})).card).toBeNull()
})

test('a member who withdraws from the mini-program takes the card along', async () => {
  const code = await publish('demo-member-14')
  good(await branch.as('demo-member-14').calls('me.withdraw', {}))
  expect(await open(code)).toEqual({ state: 'withdrawn' })
})

test('a card is published only by its member: not by the family, not by an unbound phone', async () => {
  const input = { name: '老王', helps: ['talk' as const], words: '', reach: 'branch' as const }
  expect(refusal(await branch.as('demo-family-01').calls('publicCard.publish', input))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-stranger').calls('publicCard.publish', input))).toBe('UNAUTHENTICATED')
  expect(refusal(await branch.as('demo-member-15').calls('publicCard.publish', { ...input, helps: [] }))).toBe('INVALID_INPUT')
})

test('words that are not fit for others are not published', async () => {
  const reply = await branch
    .as('demo-member-16')
    .calls('publicCard.publish', { name: '老王', helps: [], words: '一起赌博', reach: 'branch' })
  expect(refusal(reply)).toBe('TEXT_REFUSED')
  expect(await stored(branch, 'public-cards', { _id: 'm-16' })).toEqual([])
})

test('a phone that tries codes is stopped, though none could ever guess one', async () => {
  const tries = await Promise.all(
    Array.from({ length: 40 }, (_, n) => branch.as('demo-guesser').calls('publicCard.get', { code: String(n).padStart(20, '0') })),
  )
  expect(new Set(tries.map(refusal))).toEqual(new Set(['NOT_FOUND', 'RATE_LIMITED']))
})
