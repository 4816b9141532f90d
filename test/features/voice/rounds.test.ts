import readXlsx from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const as = (nth: string) => branch.as(`demo-member-${nth}`)
const jurorIds = ['m-40', 'm-41', 'm-42']
const until = { gatherUntil: MORNING + HOUR, judgeUntil: MORNING + 3 * HOUR }
const open = async (more: object = {}) =>
  good(await secretary().calls('round.open', { orgId, title: '秋季金点子', from: '2026-11-01', jurorIds, ...until, ...more }, 'round'))
    .roundId
const suggest = async (nth: string, text: string) => good(await as(nth).calls('suggestion.submit', { text })).suggestionId
const entries = async (roundId: string, openid: string) => good(await branch.as(openid).calls('round.entries', { roundId })).items
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)

test('suggestions of the while are judged without names, each by one tap; after the end places and spread are open, and chosen ones adopted', async () => {
  const early = await suggest('03', '活动室装扶手')
  const roundId = await open()
  expect(await open()).toBe(roundId)
  expect(await titles('demo-member-09')).toContain('征集金点子：秋季金点子')
  await suggest('05', '食堂少放盐')
  const own = await suggest('40', '添一副老花镜')
  const secret = await suggest('06', '我家的难处')
  good(await secretary().calls('suggestion.sort', { suggestionId: secret, topic: 'private' }))
  expect(await entries(roundId, 'demo-member-40')).toEqual([])
  await branch.clock.advance(HOUR, 2 * MINUTE)
  await suggest('07', '来晚了的一条')
  expect(await titles('demo-member-41')).toContain('请您当评委：秋季金点子')
  const shown = await entries(roundId, 'demo-member-40')
  expect(shown.map(one => one.text).sort()).toEqual(['活动室装扶手', '添一副老花镜', '食堂少放盐'].sort())
  const keys = new Set(shown.flatMap(one => Object.keys(one)))
  for (const key of ['name', 'branchName', 'suggestionId', 'result', 'place']) expect([...keys]).not.toContain(key)
  const idOf = (text: string) => shown.find(one => one.text === text)?.entryId ?? ''
  // A juror's own is not theirs to score.
  expect(shown.find(one => one.text === '添一副老花镜')).not.toHaveProperty('score')
  expect(refusal(await as('40').calls('round.score', { roundId, entryId: idOf('添一副老花镜'), score: 5 }))).toBe('NOT_FOUND')
  const score = (nth: string, text: string, points: number) => as(nth).calls('round.score', { roundId, entryId: idOf(text), score: points })
  for (const [nth, points] of [['40', 3], ['40', 5], ['41', 4], ['42', 4]] as const) good(await score(nth, '活动室装扶手', points)) // prettier-ignore
  for (const [nth, points] of [['40', 2], ['41', 2]] as const) good(await score(nth, '食堂少放盐', points)) // prettier-ignore
  expect(await branch.roundTrips('round.score')).toBeLessThanOrEqual(2)
  expect(refusal(await score('09', '食堂少放盐', 5))).toBe('FORBIDDEN')
  expect(refusal(await secretary().calls('round.score', { roundId, entryId: idOf('食堂少放盐'), score: 5 }))).toBe('ROUND_JURY_ONLY')
  // The officers see how many a juror has scored, and not with what.
  const running = good(await secretary().calls('round.get', { roundId }))
  expect(running).toMatchObject({ state: 'judging', entries: 3, mine: null, may: [] })
  expect(running.jury.map(one => one.done)).toEqual([2, 2, 1])
  expect((await entries(roundId, 'demo-secretary')).every(one => !('score' in one) && !('result' in one))).toBe(true)
  expect((await entries(roundId, 'demo-member-41')).find(one => one.text === '活动室装扶手')?.score).toBe(4)
  for (const op of ['round.honour', 'round.export'] as const)
    expect(refusal(await secretary().calls(op, { roundId }))).toBe('ROUND_UNDER_WAY')

  await branch.clock.advance(2 * HOUR, 90 * MINUTE)
  expect(refusal(await score('42', '食堂少放盐', 5))).toBe('ROUND_CLOSED')
  expect(await titles('demo-member-42')).toContain('还有建议没有打分：秋季金点子')
  expect(await titles('demo-member-40')).not.toContain('还有建议没有打分：秋季金点子')
  const places = await entries(roundId, 'demo-secretary')
  expect(places.map(one => [one.place, one.text, one.result])).toEqual([
    [1, '活动室装扶手', { scores: 3, mean: 433, low: 4, high: 5 }],
    [2, '食堂少放盐', { scores: 2, mean: 200, low: 2, high: 2 }],
    [3, '添一副老花镜', undefined],
  ])
  expect(places[0]?.suggestionId).toBe(early)
  expect(await titles('demo-member-05')).toContain('您的建议参加了金点子评选')

  const choose = { roundId, entryId: idOf('活动室装扶手'), words: '下个月就装' }
  for (const command of ['a', 'a', 'b']) good(await secretary().calls('round.choose', choose, command))
  const [mine] = good(await as('03').calls('suggestion.mine', {})).items
  expect(mine).toMatchObject({ state: 'adopted', steps: [{ words: '下个月就装' }] })
  const taps = Array.from({ length: 4 }, (_, nth) => secretary().calls('round.honour', { roundId }, `tap-${String(nth % 2)}`))
  for (const reply of await Promise.all(taps)) expect(good(reply)).toEqual({ honoured: 1, left: [] })
  const honours = (await stored(branch, 'honours', { memberId: 'm-03' })).filter(one => !one._id.startsWith('demo-'))
  expect(honours.map(one => one.title)).toEqual(['金点子'])
  expect(good(await secretary().calls('round.get', { roundId }))).toMatchObject({ chosen: 1, honoured: true })
  const { url } = good(await secretary().calls('round.export', { roundId }))
  const [sheet] = await readXlsx(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(sheet?.data[1]?.slice(4)).toEqual(['4.33分', '3', '4', '5', '下个月就装'])
  expect(own).not.toBe(early)
})

test('a score that comes as the count begins is counted or refused', async () => {
  await suggest('03', '活动室装扶手')
  const roundId = await open({ gatherUntil: undefined })
  const [entry] = await entries(roundId, 'demo-member-40')
  const entryId = entry?.entryId ?? ''
  for (const nth of ['40', '41', '42']) good(await as(nth).calls('round.score', { roundId, entryId, score: 1 }))
  await branch.clock.advance(3 * HOUR - 1)
  const changing = ['40', '41', '42'].map(async nth => refusal(await as(nth).calls('round.score', { roundId, entryId, score: 5 })))
  const turned = branch.clock.advance(1).then(() => secretary().calls('round.get', { roundId }))
  const [codes] = await Promise.all([Promise.all(changing), turned])
  expect(codes.every(one => one === 'done' || one === 'ROUND_CLOSED')).toBe(true)
  const [row] = await stored(branch, 'round-entries', { roundId })
  const fives = codes.filter(one => one === 'done').length
  expect(row?.result).toMatchObject({ scores: 3, mean: Math.round((100 * (3 + 4 * fives)) / 3) })
})

test('a juror who departs is waited for no more; wrong juries and times are refused', async () => {
  await suggest('03', '活动室装扶手')
  const roundId = await open({ gatherUntil: undefined })
  good(await as('42').calls('me.withdraw', {}))
  expect(good(await secretary().calls('round.get', { roundId })).jury.map(one => one.memberId)).toEqual(['m-40', 'm-41'])
  expect(await stored(branch, 'round-scores', { jurorId: 'm-42' })).toEqual([])
  const wrongs = [{ jurorIds: ['m-40', 'n-11'] }, { jurorIds: ['m-40', 'm-40'] }, { judgeUntil: MORNING - HOUR }, { from: '2027-01-01' }]
  for (const wrong of wrongs) {
    const asked = { orgId, title: '又一次', from: '2026-11-01', jurorIds, judgeUntil: until.judgeUntil, ...wrong }
    expect(refusal(await secretary().calls('round.open', asked))).toBe('INVALID_INPUT')
  }
})
