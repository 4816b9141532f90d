import writeXlsxFile from 'write-excel-file/node'
import { good, type Cloud } from './attendance'
import { HOUR, MINUTE, type Branch } from './branch'

/** A roster as a secretary has it. */
export const firstRoster = [
  ['姓名', '出生年月', '联系电话'],
  ['孙书记', '1958-03-02', '13800000001'],
  ['王秀英', '1941-05-06', '13800000002'],
  ['李建国', '1939-11-12', '13800000003'],
  ['张慧䶮', '1944-02-29', '138 0000 0004'],
]

/** The way from a first officer's committee to the first Party day held, through operations alone: a street, a branch, its secretary, roster, notice, sign-in. */
export const holdFirstPartyDay = async (cloud: Cloud & Pick<Branch, 'upload' | 'clock'>, orgId: string) => {
  const { as } = cloud
  const make = async (parentId: string, kind: 'street' | 'branch', name: string) =>
    good(await as('bureau').calls('org.create', { orgId: parentId, kind, name })).orgId
  const street = await make(orgId, 'street', '常青街道党工委')
  const branchId = await make(street, 'branch', '常青花园离退休干部党支部')
  const invited = good(await as('bureau').calls('org.invite', { orgId: branchId, role: 'secretary', name: '孙书记', phone: '13800000001' }))
  const secretaryId = good(await as('secretary').calls('me.bind', invited)).memberId

  const content = new Uint8Array(await writeXlsxFile(firstRoster, { sheet: '花名册' }).toBuffer())
  const fileId = await cloud.upload('花名册.xlsx', content)
  const { previewId, counts } = good(await as('secretary').calls('roster.preview', { branchId, fileId }))
  const imported = good(await as('secretary').calls('roster.commit', { previewId }))
  const { items } = good(await as('secretary').calls('roster.list', { branchId }))

  const from = cloud.clock.now()
  const { activityId } = good(
    await as('secretary').calls('activity.publish', {
      ...{ branchId, kind: 'party-day', title: '主题党日', startsAt: from + HOUR, endsAt: from + 3 * HOUR },
      ...{ place: { name: '活动室' }, audience: 'branch' },
    }),
  )
  const elders = items.filter(one => one.memberId !== secretaryId)
  const invitations = new Map<string, string[]>()
  for (const { memberId } of elders) {
    const { inviteCode } = good(await as('secretary').calls('roster.invite', { memberId }))
    good(await as(memberId).calls('me.bind', { inviteCode }))
    const upcoming = good(await as(memberId).calls('activity.list', { from }))
    invitations.set(
      memberId,
      upcoming.items.map(one => one.activityId),
    )
  }
  await cloud.clock.advance(HOUR - 10 * MINUTE)
  const [shown] = good(await as('secretary').calls('attendance.codes', { activityId })).codes
  const [late, ...onTime] = elders
  for (const { memberId } of onTime) good(await as(memberId).calls('attendance.signIn', { activityId, code: shown?.code ?? '' }))
  return { branchId, secretaryId, counts, imported, items, activityId, invitations, late, onTime }
}
