import { good, meeting } from '../support/attendance'
import { DAY, HOUR, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const branchId = 'branch-01'
const year = async (openid = 'demo-member-03', more: object = {}) =>
  good(await branch.as(openid).calls('activity.year', { year: 2026, ...more }))
const photo = () => branch.upload('照片.jpg', Buffer.from('a photo'))

test('a theme stands on the activities of its quarter and on no others, and the latest words stand', async () => {
  const activityId = await meeting(branch, { kind: 'study', title: '读书会' })
  const next = await meeting(branch, {
    kind: 'study',
    title: '新年读书会',
    startsAt: MORNING + 60 * DAY,
    endsAt: MORNING + 60 * DAY + HOUR,
  })
  const theme = (title: string) => secretary().calls('activity.theme', { branchId, quarter: '2026-Q4', title })
  for (const title of ['敬老爱老季', '我为家乡添绿叶']) good(await theme(title))
  const seen = async (id: string) => good(await branch.as('demo-member-03').calls('activity.get', { activityId: id })).theme
  expect([await seen(activityId), await seen(next)]).toEqual(['我为家乡添绿叶', undefined])
  expect(good(await branch.as('demo-member-03').calls('activity.list', {})).theme).toBe('我为家乡添绿叶')
  expect((await year()).themes).toEqual([{ quarter: '2026-Q4', title: '我为家乡添绿叶' }])
  good(await theme(''))
  expect([(await year()).themes, await seen(activityId)]).toEqual([[], undefined])
  expect(refusal(await branch.as('demo-member-03').calls('activity.theme', { branchId, quarter: '2026-Q4', title: '我来定' }))).toBe(
    'FORBIDDEN',
  )
})

test('what was held is counted by its strand, said at once or put right afterwards, and no member is told of that', async () => {
  const before = await year()
  const [lecture, walk] = [
    await meeting(branch, { kind: 'lecture', title: '形势报告', strand: 'in' }),
    await meeting(branch, { kind: 'outing', title: '湖边走走' }),
  ]
  await branch.clock.advance(2 * HOUR)
  expect(good(await secretary().calls('activity.change', { activityId: walk, strand: 'out' }))).toEqual({ notified: 0 })
  expect(good(await branch.as('demo-member-03').calls('activity.get', { activityId: lecture })).strand).toBe('in')
  const after = await year()
  expect([after.strands.in - before.strands.in, after.strands.out - before.strands.out]).toEqual([1, 1])
  good(await secretary().calls('activity.change', { activityId: walk, strand: null }))
  expect((await year()).strands.out).toBe(before.strands.out)
  const told = good(await branch.as('demo-member-03').calls('inbox.list', {})).items
  expect(told.filter(one => one.kind === 'activity-changed')).toEqual([])
})

test('photos of a month are one page of its picture book, for those of the branch', async () => {
  const activityId = await meeting(branch, { kind: 'interest', title: '书画会' })
  await branch.clock.advance(2 * HOUR)
  const photoFileIds = [await photo(), await photo()]
  good(await secretary().calls('activity.record', { activityId, line: '写了三十幅字', minutes: '', photoFileIds }))
  const { months } = await year('demo-family-01', { forMemberId: 'm-01' })
  expect(months.find(one => one.month === '2026-11')?.photos).toBe(2)
  const reply = await branch.as('demo-member-05').calls('activity.album', { month: '2026-11' })
  expect(good(reply).items).toMatchObject([{ activityId, line: '写了三十幅字', photoFileIds }])
  expect(reply.ok && Object.keys(reply.files ?? {})).toEqual(expect.arrayContaining(photoFileIds))
  expect(good(await branch.as('demo-member-05').calls('activity.album', { month: '2026-10' })).items).toEqual([])
  expect(refusal(await branch.as('demo-other-member').calls('activity.album', { branchId, month: '2026-11' }))).toBe('FORBIDDEN')
})
