import { instantOf } from '../../../core/shared/calendar'
import { good } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'

let branch: Branch
afterEach(() => branch.close())

/** On the 10th, its notice three days before. */
const monthly = {
  ...{ branchId: 'branch-01', kind: 'party-day' as const, title: '主题党日', day: 10, time: '14:30', lastsMinutes: 90 },
  ...{ place: { name: '二楼会议室' }, audience: 'branch' as const, noticeDays: 3 },
}
const secretary = () => branch.as('demo-secretary')
const save = async (more: object = {}) => good(await secretary().calls('template.save', { ...monthly, ...more }))
const published = async (from: string) =>
  good(await secretary().calls('activity.list', { branchId: 'branch-01', from: instantOf(from) })).items.filter(
    one => one.title === monthly.title,
  )

test('from the 10th to the 5th on 3 December: December has its activity, and changed back it gets no second', async () => {
  branch = await startBranch('branch', instantOf('2026-12-02', '09:00'))
  const { templateId } = await save()
  await branch.clock.advance(DAY)
  expect(await save({ templateId, day: 5 })).toEqual({ templateId, nextDate: '2026-12-05' })
  await branch.clock.advance(2 * MINUTE)
  expect((await published('2026-12-01')).map(one => one.startsAt)).toEqual([instantOf('2026-12-05', '14:30')])
  const told = good(await branch.as('demo-member-03').calls('inbox.list', {})).items.filter(one => one.text.includes('12月5日'))
  expect(told).toHaveLength(1)
  expect(await save({ templateId })).toEqual({ templateId, nextDate: '2027-01-10', stays: '2026-12-05' })
})

test('a change and the timer in the same minute make one activity of the month', async () => {
  branch = await startBranch('branch', instantOf('2026-12-07', '07:59'))
  const { templateId } = await save()
  await Promise.all([save({ templateId, day: 9 }), branch.clock.advance(MINUTE)])
  await branch.clock.advance(2 * MINUTE)
  expect(await published('2026-12-01')).toHaveLength(1)
  const { items } = good(await secretary().calls('template.list', { branchId: 'branch-01' }))
  expect(items.map(one => one.nextDate.slice(0, 7))).toEqual(['2027-01'])
})
