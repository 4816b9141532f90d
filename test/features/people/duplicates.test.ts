import writeXlsxFile from 'write-excel-file/node'
import { collections, type Documents } from '../../../cloudfunctions/house'
import { omit } from '../../../core/shared/fields'
import { good, meeting, put, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const branchId = 'branch-01'
const memberOf = async (memberId: string) => {
  const [found] = await stored(branch, 'members', { _id: memberId })
  if (!found) throw new Error(`${memberId} is on no roster`)
  return found
}
const phoneOf = async (memberId: string) => (await memberOf(memberId)).phones[0] ?? ''

/** The secretary imports a row as a person of its own, whatever it resembles. */
const importsAsNew = async (name: string, phone: string, birthday: string, residence = '') => {
  const rows = [
    ['姓名', '联系电话', '出生年月', '家庭住址'],
    [name, phone, birthday, residence],
  ]
  const fileId = await branch.upload('花名册.xlsx', await writeXlsxFile(rows, { sheet: '花名册' }).toBuffer())
  const { previewId, rows: previewed } = good(await secretary().calls('roster.preview', { branchId, fileId }))
  good(await secretary().calls('roster.commit', { previewId, answers: [{ what: 'same', answer: 'new' }] }))
  const [made] = await stored(branch, 'members', { branchId, name })
  return { memberId: made?._id ?? '', asked: previewed[0]?.asks?.map(ask => ask.what) ?? [] }
}

/** Every document there is, by collection, without what only counts changes. */
const everything = async () => {
  const names = collections.map(one => one.name as keyof Documents)
  const rows = await Promise.all(names.map(async name => [name, await stored(branch, name, {})] as const))
  return new Map(rows)
}
/** Collections whose rows stay as they were written when records merge, or that the merge itself keeps. */
const asWritten = collections.filter(one => one.takeover === 'stays').map(one => one.name)
/** Collections whose rows move. */
const moving = collections.filter(one => typeof one.takeover === 'object').map(one => one.name)
const counters = ['version', 'seq', 'claimSeq', 'engagedSeq', 'marks', 'due', 'movesDue', 'cardDue']
const uncounted = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => !counters.includes(key)))
const comparable = async () =>
  Object.fromEntries(
    [...(await everything())]
      .filter(([name]) => moving.includes(name))
      // An uploaded roster is no one's record.
      .map(([name, rows]) => [
        name,
        rows
          .filter(row => !('purpose' in row && row.purpose === 'roster'))
          .map(uncounted)
          .sort((one, other) => (String(one['_id']) < String(other['_id']) ? -1 : 1)),
      ]),
  )
const namesIt = (value: unknown, id: string): boolean =>
  typeof value === 'string'
    ? value.split(':').includes(id)
    : typeof value === 'object' && value !== null && Object.values(value).some(one => namesIt(one, id))

/** Puts a member in the midst of everything. */
const entangle = async (memberId: string, openid: string) => {
  const phone = branch.as(openid)
  const startsAt = branch.clock.now() + DAY
  const activityId = await meeting(branch, { title: '座谈会', capacity: 2, startsAt, endsAt: startsAt + HOUR })
  good(await phone.calls('signup.join', { activityId }))
  good(await phone.calls('activity.read', { activityId }))
  const shift = { startsAt: startsAt + DAY, endsAt: startsAt + DAY + HOUR, places: 1 }
  const post = { orgId: branchId, kind: '邻里帮', title: '买菜', place: { name: '东门' }, audience: 'branch' as const, shifts: [shift] }
  const { postId } = good(await secretary().calls('post.publish', post))
  good(await phone.calls('post.claim', { postId, shiftId: 's1' }))
  good(await secretary().calls('pairing.set', { helperId: 'v-03', elderIds: [memberId], kind: 'one-to-one' }))
  good(await secretary().calls('pairing.set', { helperId: memberId, elderIds: ['m-16'], kind: 'one-to-one' }))
  const { inviteCode } = good(
    await secretary().calls('family.inviteFor', { memberId, name: '小沈', relation: 'child', consent: '本人同意' }),
  )
  good(await branch.as('demo-daughter').calls('me.bind', { inviteCode }))
  const { requestId } = good(await phone.calls('request.raise', { kind: 'water' }))
  good(await secretary().calls('care.contact', { memberId, by: 'call' }))
  good(await secretary().calls('benefit.mark', { orgId: branchId, kind: 'check-up', period: '2026', memberIds: [memberId], state: 'done' }))
  return { activityId, postId, requestId }
}

test('a name was corrected and imported as new: the secretary sees the two records, merges them, and all that was under the old one is under the new', async () => {
  const { activityId, postId, requestId } = await entangle('m-05', 'demo-member-05')
  const old = await memberOf('m-05')
  const year = String(old.birthday?.year ?? 0)
  const { memberId, asked } = await importsAsNew('邵鹏诚', old.phones[0] ?? '', year, old.residence)
  expect(asked).toEqual(['same'])
  good(
    await secretary().calls('attendance.mark', {
      activityId: 'act-party-day',
      marks: [{ memberId, state: 'present', at: branch.clock.now(), nonce: 'n1', reason: '在场' }],
    }),
  )
  const before = await comparable()

  const { pairs } = good(await secretary().calls('member.alike', { branchId, memberId }))
  expect(pairs).toMatchObject([{ kept: { memberId: 'm-05', bound: true }, other: { memberId, name: '邵鹏诚' }, may: ['merge'] }])
  expect(pairs[0]?.agree).toContain('电话')
  // The corrected name is the one that stays.
  const answers = await Promise.all([1, 2, 3].map(() => secretary().calls('member.merge', { memberId, otherId: 'm-05' }, 'merge-1')))
  expect(answers).toEqual(answers.map(() => answers[0]))
  const { undoUntil } = good(answers[0] ?? { ok: false, code: 'none' })
  expect(undoUntil).toBe(branch.clock.now() + DAY)

  // What others were told of them stays as it was told.
  const told = (row: object) => 'memberId' in row && row.memberId !== 'm-05'
  const left = [...(await everything())].filter(
    ([name, rows]) => !asWritten.includes(name) && rows.some(row => namesIt(row, 'm-05') && !(name === 'messages' && told(row))),
  )
  expect(left.map(([name]) => name)).toEqual([])
  expect(good(await branch.as('demo-member-05').calls('me.get', {})).member).toMatchObject({ memberId, name: '邵鹏诚' })
  expect(good(await branch.as('demo-daughter').calls('me.get', {})).actingFor).toMatchObject([{ memberId }])
  expect((await stored(branch, 'activities', { _id: activityId }))[0]?.signups.map(one => one.memberId)).toEqual([memberId])
  expect((await stored(branch, 'posts', { _id: postId }))[0]?.queue.map(one => one.memberId)).toEqual([memberId])
  expect((await stored(branch, 'requests', { _id: requestId }))[0]?.memberId).toBe(memberId)
  expect((await stored(branch, 'caseloads', { 'elders.memberId': memberId })).map(one => one._id)).toEqual(['v-03'])
  expect((await stored(branch, 'caseloads', { _id: memberId }))[0]?.elders.map(one => one.memberId)).toEqual(['m-16'])
  expect(await memberOf(memberId)).toMatchObject({
    bound: true,
    phones: old.phones,
    gender: old.gender,
    emergencyPhones: old.emergencyPhones,
  })
  for (const id of [memberId, 'm-05'])
    expect((await stored(branch, 'audit', { memberId: id })).filter(row => row.what === 'member.merged')).toHaveLength(1)
  // The same file again finds one person.
  const { rows } = await (async () => {
    const file = await writeXlsxFile(
      [
        ['姓名', '联系电话'],
        ['邵鹏诚', old.phones[0] ?? ''],
      ],
      { sheet: '花名册' },
    ).toBuffer()
    return good(await secretary().calls('roster.preview', { branchId, fileId: await branch.upload('花名册.xlsx', file) }))
  })()
  expect(rows).toMatchObject([{ fate: 'unchanged', memberId }])

  // Within a day it is undone, and everything is as it was.
  expect(good(await secretary().calls('member.alike', { branchId, memberId })).merged).toMatchObject([
    { memberId, otherId: 'm-05', may: ['unmerge'] },
  ])
  expect(good(await secretary().calls('member.unmerge', { memberId, otherId: 'm-05' }))).toEqual({ lost: 0 })
  expect(good(await secretary().calls('member.unmerge', { memberId, otherId: 'm-05' }))).toEqual({ lost: 0 })
  expect(await comparable()).toEqual(before)
  expect(refusal(await secretary().calls('member.merge', { memberId, otherId: 'm-05' }, 'merge-1'))).toBe('CONFLICT')
})

test('signed in under both records, the person came once; what they do after the merge stays with them when it is undone', async () => {
  const phone = await phoneOf('m-06')
  const { memberId } = await importsAsNew('鲁再生', phone, '')
  const mark = (id: string, state: 'present' | 'absent', nonce: string) =>
    secretary().calls('attendance.mark', {
      activityId: 'act-party-day',
      marks: [{ memberId: id, state, at: branch.clock.now(), nonce, reason: '在场' }],
    })
  good(await mark('m-06', 'absent', 'a'))
  good(await mark(memberId, 'present', 'b'))
  good(await secretary().calls('member.merge', { memberId: 'm-06', otherId: memberId }))
  const rows = await stored(branch, 'attendance', { activityId: 'act-party-day', memberId: 'm-06' })
  expect(rows).toMatchObject([{ _id: 'act-party-day:m-06', state: 'present' }])
  expect(rows[0]?.history.length).toBeGreaterThan(0)
  const activityId = await meeting(branch, { title: '读报', startsAt: branch.clock.now() + DAY, endsAt: branch.clock.now() + DAY + HOUR })
  good(await branch.as('demo-member-06').calls('signup.join', { activityId }))
  await branch.clock.advance(2 * MINUTE, MINUTE)
  expect(good(await secretary().calls('member.unmerge', { memberId: 'm-06', otherId: memberId }))).toEqual({ lost: 0 })
  expect(await stored(branch, 'attendance', { _id: 'act-party-day:m-06' })).toMatchObject([{ state: 'absent' }])
  expect(await stored(branch, 'attendance', { _id: `act-party-day:${memberId}` })).toMatchObject([{ state: 'present' }])
  expect((await stored(branch, 'activities', { _id: activityId }))[0]?.signups.map(one => one.memberId)).toEqual(['m-06'])
  await branch.clock.advance(3 * MINUTE, MINUTE)
  expect(await stored(branch, 'merges', { _id: memberId })).toMatchObject([{ state: 'undone' }])
  expect((await stored(branch, 'merges', { _id: memberId }))[0]).not.toHaveProperty('dueAt')
})

test('a volunteer who registered and was then imported by the branch becomes one person, their account with them', async () => {
  const volunteer = branch.as('a-volunteer')
  const phoneCode = await branch.phoneCode('a-volunteer', '13877430099')
  const registered = good(await volunteer.calls('me.register', { name: '邵新华', phoneCode })).memberId
  // As it was imported when a volunteer was not asked about.
  const example = omit(await memberOf('m-07'), 'birthday', 'residence', 'emergencyName', 'formerPost')
  await put(branch, 'members', {
    ...example,
    emergencyPhones: [],
    _id: 'twice',
    name: '邵新华',
    nameKey: '邵新华',
    phones: ['13877430099'],
    doors: [],
    waitingDoors: [],
    bound: false,
  })
  // The account stays the volunteer's.
  expect(
    good(await volunteer.calls('me.bindByPhone', { phoneCode: await branch.phoneCode('a-volunteer', '13877430099'), name: '邵新华' })),
  ).toEqual({ memberId: registered })

  const { pairs } = good(await secretary().calls('member.alike', { branchId }))
  expect(pairs).toMatchObject([
    { kept: { memberId: 'twice' }, other: { memberId: registered, home: '志愿者', bound: true }, may: ['merge'] },
  ])
  good(await secretary().calls('member.merge', { memberId: 'twice', otherId: registered }))
  expect(good(await volunteer.calls('me.get', {})).member).toMatchObject({ memberId: 'twice', branchId })
  const again = await branch.phoneCode('a-volunteer', '13877430099')
  expect(good(await volunteer.calls('me.bindByPhone', { phoneCode: again, name: '邵新华' }))).toEqual({ memberId: 'twice' })
  expect(good(await secretary().calls('member.alike', { branchId })).pairs).toEqual([])
})

test('only who keeps both records merges them, never over an office that is not theirs to give, never their own', async () => {
  const merge = (openid: string, memberId: string, otherId: string) => branch.as(openid).calls('member.merge', { memberId, otherId })
  const [own] = await stored(branch, 'accounts', { _id: 'demo-secretary' })
  const [other] = await stored(branch, 'members', { branchId: 'branch-02', grants: { $size: 0 } })
  const [volunteer] = await stored(branch, 'members', { branchId: 'volunteers' })
  expect(refusal(await merge('demo-other-secretary', 'm-05', 'm-06'))).toBe('FORBIDDEN')
  expect(refusal(await merge('demo-member-05', 'm-05', 'm-06'))).toBe('FORBIDDEN')
  expect(refusal(await merge('demo-secretary', 'm-05', other?._id ?? 'none'))).toBe('NOT_FOUND')
  expect(refusal(await merge('demo-secretary', 'm-05', volunteer?._id ?? 'none'))).toBe('NOT_FOUND')
  expect(refusal(await merge('demo-secretary', 'm-05', 'm-05'))).toBe('NOT_FOUND')
  expect(refusal(await merge('demo-secretary', own?.memberId ?? '', 'm-06'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
  await amend(branch, 'members', { _id: 'm-06' }, { grants: [{ role: 'street', orgId: 'changqing', path: '/district/changqing/' }] })
  expect(refusal(await merge('demo-secretary', 'm-05', 'm-06'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
  expect(refusal(await merge('demo-secretary', 'm-06', 'm-05'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
  expect(await stored(branch, 'merges', {})).toEqual([])
})

test('after a day it can no longer be undone, and what the rows were is forgotten', async () => {
  const { memberId } = await importsAsNew('鲁再生', await phoneOf('m-06'), '')
  good(await secretary().calls('member.merge', { memberId: 'm-06', otherId: memberId }))
  await branch.clock.advance(DAY + MINUTE, 5 * MINUTE)
  expect(refusal(await secretary().calls('member.unmerge', { memberId: 'm-06', otherId: memberId }))).toBe('MERGE_UNDO_LATE')
  expect(good(await secretary().calls('member.alike', { branchId })).merged).toEqual([])
  await branch.clock.pass(DAY)
  await branch.clock.advance(DAY)
  expect(await stored(branch, 'taken-rows', {})).toEqual([])
})
