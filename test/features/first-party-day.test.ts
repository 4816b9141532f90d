import { good } from './support/attendance'
import { startBranch, type Branch } from './support/branch'
import { firstOwner } from './support/first-owner'
import { firstRoster, holdFirstPartyDay } from './support/first-party-day'

let branch: Branch
beforeAll(async () => void (branch = await startBranch('none')))
afterAll(() => branch.close())

test('from nothing to the first Party day: committee, street, branch, secretary, roster, notice, sign-in, sheet', async () => {
  const { orgId } = await firstOwner(branch, 'bureau')
  const day = await holdFirstPartyDay(branch, orgId)
  // The officer who was invited before the roster came is the one on the roster, not another of the name.
  expect(day.counts).toMatchObject({ new: 3 })
  expect(day.imported).toMatchObject({ added: 3 })
  expect(day.items.map(one => one.name).sort()).toEqual(
    firstRoster
      .slice(1)
      .map(([name]) => name)
      .sort(),
  )
  expect(day.items.find(one => one.name === '孙书记')?.memberId).toBe(day.secretaryId)
  expect([...day.invitations.values()]).toEqual([[day.activityId], [day.activityId], [day.activityId]])

  const sheet = good(await branch.as('secretary').calls('attendance.sheet', { activityId: day.activityId }))
  const present = sheet.items.filter(one => one.state === 'present').map(one => one.memberId)
  expect(present.sort()).toEqual(day.onTime.map(one => one.memberId).sort())
  expect(present).not.toContain(day.late?.memberId)
  expect(good(await branch.as('bureau').calls('setup.progress', { orgId }))).toEqual({ branches: 1, led: 1, roster: true, notice: true })
}, 180_000)
