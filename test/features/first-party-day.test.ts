import writeXlsxFile from 'write-excel-file/node'
import { good } from './support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from './support/branch'
import { firstOwner } from './support/first-owner'

let branch: Branch
beforeAll(async () => void (branch = await startBranch('none')))
afterAll(() => branch.close())

const as = (openid: string) => branch.as(openid)
const roster = [
  ['姓名', '出生年月', '联系电话'],
  ['孙书记', '1958-03-02', '13800000001'],
  ['王秀英', '1941-05-06', '13800000002'],
  ['李建国', '1939-11-12', '13800000003'],
  ['张慧䶮', '1944-02-29', '138 0000 0004'],
]

test('from nothing to the first Party day: committee, street, branch, secretary, roster, notice, sign-in, sheet', async () => {
  const { orgId } = await firstOwner(branch, 'bureau')
  const make = async (openid: string, parentId: string, kind: 'street' | 'branch', name: string) =>
    good(await as(openid).calls('org.create', { orgId: parentId, kind, name })).orgId
  const street = await make('bureau', orgId, 'street', '常青街道党工委')
  const branchId = await make('bureau', street, 'branch', '常青花园离退休干部党支部')
  const invited = good(await as('bureau').calls('org.invite', { orgId: branchId, role: 'secretary', name: '孙书记', phone: '13800000001' }))
  const secretary = good(await as('secretary').calls('me.bind', invited)).memberId

  const content = new Uint8Array(await writeXlsxFile(roster, { sheet: '花名册' }).toBuffer())
  const fileId = await branch.upload('花名册.xlsx', content)
  const { previewId, counts } = good(await as('secretary').calls('roster.preview', { branchId, fileId }))
  // The officer who was invited before the roster came is the one on the roster, not another of the name.
  expect(counts).toMatchObject({ new: 3 })
  expect(good(await as('secretary').calls('roster.commit', { previewId }))).toMatchObject({ added: 3 })
  const { items } = good(await as('secretary').calls('roster.list', { branchId }))
  expect(items.map(one => one.name).sort()).toEqual(roster.slice(1).map(([name]) => name).sort()) // prettier-ignore
  expect(items.find(one => one.name === '孙书记')?.memberId).toBe(secretary)

  const { activityId } = good(
    await as('secretary').calls('activity.publish', {
      ...{ branchId, kind: 'party-day', title: '主题党日', startsAt: MORNING + HOUR, endsAt: MORNING + 3 * HOUR },
      ...{ place: { name: '活动室' }, audience: 'branch' },
    }),
  )
  const elders = items.filter(one => one.memberId !== secretary)
  for (const { memberId } of elders) {
    const { inviteCode } = good(await as('secretary').calls('roster.invite', { memberId }))
    good(await as(memberId).calls('me.bind', { inviteCode }))
    const upcoming = good(await as(memberId).calls('activity.list', { from: MORNING }))
    expect(upcoming.items.map(one => one.activityId)).toEqual([activityId])
  }

  await branch.clock.advance(HOUR - 10 * MINUTE)
  const [shown] = good(await as('secretary').calls('attendance.codes', { activityId })).codes
  const [late, ...onTime] = elders
  for (const { memberId } of onTime) good(await as(memberId).calls('attendance.signIn', { activityId, code: shown?.code ?? '' }))
  const sheet = good(await as('secretary').calls('attendance.sheet', { activityId }))
  const present = sheet.items.filter(one => one.state === 'present').map(one => one.memberId)
  expect(present.sort()).toEqual(onTime.map(one => one.memberId).sort())
  expect(present).not.toContain(late?.memberId)
  expect(good(await as('bureau').calls('setup.progress', { orgId }))).toEqual({ branches: 1, led: 1, roster: true, notice: true })
}, 180_000)
