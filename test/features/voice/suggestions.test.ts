import readXlsx from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const member = () => branch.as('demo-member-03')
const other = () => branch.as('demo-member-05')
const submit = async (text: string, command = 'first') => good(await member().calls('suggestion.submit', { text }, command)).suggestionId
const mine = async () => good(await member().calls('suggestion.mine', {})).items
const news = async (openid: string) =>
  good(await branch.as(openid).calls('inbox.list', {}))
    .items.filter(one => one.kind === 'suggestion-news')
    .map(one => one.title)

test('a member proposes something, hears of each step in words, and says whether the answer answers it', async () => {
  const suggestionId = await submit('活动室门口装个扶手')
  expect(await submit('活动室门口装个扶手')).toBe(suggestionId)
  expect(await mine()).toMatchObject([{ suggestionId, state: 'received', own: true, dueOn: '2026-12-06', steps: [] }])
  const [came] = good(await secretary().calls('inbox.list', {})).items.filter(one => one.kind === 'suggestion-desk')
  expect(came).toMatchObject({ page: `branch/suggestion/index?id=${suggestionId}` })

  good(await secretary().calls('suggestion.sort', { suggestionId, topic: 'places' }))
  const hand = { suggestionId, unit: '社区居委会', dueOn: '2026-12-20' }
  good(await secretary().calls('suggestion.hand', hand, 'hand'))
  good(await secretary().calls('suggestion.hand', hand, 'hand'))
  good(await secretary().calls('suggestion.progress', { suggestionId, words: '已经去量过尺寸' }))
  expect(refusal(await member().calls('suggestion.rate', { suggestionId, answers: true }))).toBe('SUGGESTION_UNANSWERED')
  expect(refusal(await secretary().calls('suggestion.outcome', { suggestionId, words: '装好了' }))).toBe('SUGGESTION_UNANSWERED')
  good(await secretary().calls('suggestion.answer', { suggestionId, verdict: 'adopted', words: '下个月就装' }))
  const [told] = await mine()
  expect(told?.steps.map(one => [one.state, one.words])).toEqual([
    ['handed', '交给社区居委会办，12月20日以前答复您。'],
    ['working', '已经去量过尺寸'],
    ['adopted', '下个月就装'],
  ])
  expect(await news('demo-member-03')).toEqual(['您的建议：采纳了', '您的建议：办理中', '您的建议：已分办'])
  for (const op of ['suggestion.progress', 'suggestion.hand'] as const)
    expect(refusal(await secretary().calls(op, { ...hand, words: '再说' }))).toBe('SUGGESTION_ANSWERED')

  good(await member().calls('suggestion.rate', { suggestionId, answers: false, words: '没说装几个' }))
  const whole = good(await secretary().calls('suggestion.get', { suggestionId }))
  expect(whole).toMatchObject({ rated: { answers: false, words: '没说装几个' }, unit: '社区居委会' })
  const asked = (await stored(branch, 'messages', {})).filter(one => one.kind === 'suggestion-desk' && one.title.includes('没有答到'))
  expect(asked).toHaveLength(1)
  good(await secretary().calls('suggestion.answer', { suggestionId, verdict: 'adopted', words: '门口左右各装一个' }))
  expect((await mine())[0]).not.toHaveProperty('answers')
  good(await member().calls('suggestion.rate', { suggestionId, answers: true }))
  good(await secretary().calls('suggestion.outcome', { suggestionId, words: '扶手装好了' }))
  expect(await news('demo-member-03')).toContain('您的建议办成了')
  const adopted = good(await other().calls('suggestion.adopted', {})).items
  expect(adopted).toMatchObject([{ suggestionId, words: '门口左右各装一个', outcome: { words: '扶手装好了' } }])
  expect(JSON.stringify(adopted)).not.toContain(whole.name)
  expect(await branch.roundTrips('suggestion.mine')).toBeLessThanOrEqual(2)
})

test('who is about to say the same sees it, without a name, and joins it with one tap; both hear the answer', async () => {
  const suggestionId = await submit('活动室门口的台阶装个扶手')
  const similar = async (openid: string) => good(await branch.as(openid).calls('suggestion.similar', { text: '在活动室台阶装扶手' })).items
  expect(await similar('demo-member-05')).toEqual([])
  good(await secretary().calls('suggestion.sort', { suggestionId, topic: 'places' }))
  const [found] = await similar('demo-member-05')
  expect(found).toMatchObject({ suggestionId, joined: 0 })
  expect(Object.keys(found ?? {})).not.toContain('name')
  expect(await similar('demo-other-member')).toEqual([])
  const taps = Array.from({ length: 5 }, () => other().calls('suggestion.join', { suggestionId }))
  for (const reply of await Promise.all(taps)) good(reply)
  expect((await similar('demo-member-06'))[0]?.joined).toBe(1)
  expect(refusal(await branch.as('demo-other-member').calls('suggestion.join', { suggestionId }))).toBe('NOT_INVITED')
  good(await secretary().calls('suggestion.answer', { suggestionId, verdict: 'noted', words: '明年一起改造' }))
  expect([await news('demo-member-03'), await news('demo-member-05')]).toEqual([['您的建议：留作参考'], ['您的建议：留作参考']])
  expect(good(await other().calls('suggestion.mine', {})).items).toMatchObject([{ suggestionId, own: false }])
  expect(refusal(await branch.as('demo-member-06').calls('suggestion.join', { suggestionId }))).toBe('SUGGESTION_ANSWERED')
  expect(refusal(await other().calls('suggestion.rate', { suggestionId, answers: true }))).toBe('NOT_FOUND')
})

test('a private matter is never shown to other members', async () => {
  const suggestionId = await submit('我家里的困难想请支部看看')
  good(await secretary().calls('suggestion.sort', { suggestionId, topic: 'private' }))
  expect(good(await other().calls('suggestion.similar', { text: '我家里的困难想请支部看看' })).items).toEqual([])
  expect(refusal(await other().calls('suggestion.join', { suggestionId }))).toBe('NOT_FOUND')
  good(await secretary().calls('suggestion.answer', { suggestionId, verdict: 'adopted', words: '明天去看您' }))
  expect(good(await other().calls('suggestion.adopted', {})).items).toEqual([])
})

test('family proposes for an elder by voice; an empty one is not taken', async () => {
  const voiceFileId = await branch.upload('said.mp3', Buffer.from('voice'))
  const family = branch.as('demo-family-01')
  expect(refusal(await family.calls('suggestion.submit', { forMemberId: 'm-01', text: '  ' }))).toBe('INVALID_INPUT')
  good(await family.calls('suggestion.submit', { forMemberId: 'm-01', voiceFileId }))
  const [item] = good(await secretary().calls('suggestion.list', { orgId: 'branch-01' })).items
  expect(item).toMatchObject({ voice: true, text: '' })
  expect(good(await secretary().calls('suggestion.get', { suggestionId: item?.suggestionId ?? '' })).voiceFileId).toBe(voiceFileId)
})

test('officers see those at and below them, the late ones apart; their keepers are told before the day and once after it', async () => {
  const suggestionId = await submit('路灯太暗')
  const list = async (openid: string, orgId: string, state?: 'late' | 'open') =>
    good(await branch.as(openid).calls('suggestion.list', { orgId, ...(state ? { state } : {}) })).items.map(one => one.suggestionId)
  expect(await list('demo-street', 'changqing', 'open')).toEqual([suggestionId])
  expect(await list('demo-bureau', 'district')).toEqual([suggestionId])
  expect(await list('demo-bureau', 'district', 'late')).toEqual([])
  expect(refusal(await branch.as('demo-other-secretary').calls('suggestion.get', { suggestionId }))).toBe('FORBIDDEN')
  await branch.clock.pass(11 * DAY)
  await branch.clock.advance(6 * DAY, 10 * MINUTE)
  expect(await list('demo-bureau', 'district', 'late')).toEqual([suggestionId])
  const told = (await stored(branch, 'messages', {})).filter(one => one.kind === 'suggestion-desk').map(one => one.title)
  expect(told.filter(one => one.includes('日子')).sort()).toEqual(['有一条建议快到答复的日子了', '有一条建议过了日子还没答复'])
  const board = good(await branch.as('demo-bureau').calls('board.get', { orgId: 'district', topic: 'suggestions' }))
  expect(board.figures.find(one => one.topic === 'suggestions')?.now).toMatchObject({ late: 1 })
})

test('a figure equals the rows of its list, and all of them go into one sheet', async () => {
  const texts = ['扶手太松', '路灯太暗', '菜太硬']
  for (const [nth, text] of texts.entries()) await submit(text, `s${String(nth)}`)
  const [latest] = good(await secretary().calls('suggestion.list', { orgId: 'branch-01' })).items
  good(await secretary().calls('suggestion.answer', { suggestionId: latest?.suggestionId ?? '', verdict: 'partly', words: '先换两盏' }))
  await branch.clock.advance(HOUR, 5 * MINUTE)
  const { figures } = good(await secretary().calls('board.get', { orgId: 'branch-01', topic: 'suggestions' }))
  expect(figures.find(one => one.topic === 'suggestions')?.now).toEqual({
    came: 3,
    answered: 1,
    adopted: 1,
    satisfied: 0,
    unsatisfied: 0,
    late: 0,
  })
  const { url } = good(await secretary().calls('suggestion.export', { orgId: 'branch-01' }))
  const [sheet] = await readXlsx(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(
    sheet?.data
      .slice(1)
      .map(row => row[3])
      .sort(),
  ).toEqual([...texts].sort())
})

test('what a member proposed goes on when their branch is merged into another, with its new secretary', async () => {
  const suggestionId = await submit('书画室周末也开')
  good(
    await branch
      .as('demo-bureau')
      .calls('org.merge', { orgId: 'branch-01', intoOrgId: 'branch-02', on: '2026-11-21', reason: '两个支部合并' }),
  )
  await branch.clock.advance(5 * MINUTE)
  expect(
    refusal(await branch.as('demo-other-secretary').calls('suggestion.answer', { suggestionId, verdict: 'adopted', words: '从下周起' })),
  ).toBe('done')
  expect((await mine())[0]).toMatchObject({ state: 'adopted' })
})
