import mammoth from 'mammoth'
import type { Sheet } from '../../../core/people/roster/cells'
import { readWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import { good, meeting, sheet, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const span = { branchId: 'branch-01', from: '2026-11-01', to: '2026-11-30' } as const
/** The smallest PNG there is. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const contentOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const book = async (format: 'docx' | 'xlsx') => good(await secretary().calls('life.book', { ...span, format }))
const wordOf = async () => {
  const made = await book('docx')
  const buffer = await contentOf(made.url)
  const [{ value: html }, { value: text }] = await Promise.all([mammoth.convertToHtml({ buffer }), mammoth.extractRawText({ buffer })])
  return { made, html, text }
}

const came = ['01', '02', '03', '04', '05'].map(nn => `m-${nn}`)
const startsAt = MORNING + 30 * MINUTE

/** A general meeting that is over: five came, one begged off, its record is written. */
const held = async () => {
  const hours = { startsAt, endsAt: startsAt + 2 * HOUR }
  const activityId = await meeting(branch, { kind: 'general-meeting', title: '讨论年度计划', parts: ['学习文件', '讨论计划'], ...hours })
  await branch.clock.advance(HOUR)
  const at = startsAt + MINUTE
  const marks = [
    ...came.map(memberId => ({ memberId, state: 'present' as const, at, nonce: `n-${memberId}`, reason: '到了' })),
    { memberId: 'm-06', state: 'leave' as const, at, nonce: 'n-leave', reason: '住院' },
  ]
  good(await secretary().calls('attendance.mark', { activityId, marks }))
  await branch.clock.advance(2 * HOUR)
  const photo = await branch.upload('会场.png', PNG)
  const record = {
    ...{ line: '计划定了', minutes: '书记讲话。\n大家讨论。', photoFileIds: [photo], chairId: 'm-01', recorderId: 'm-02' },
    resolutions: [{ text: '通过年度计划', for: 4, against: 1, abstain: 0 }],
  }
  good(await secretary().calls('activity.record', { activityId, ...record }))
  return activityId
}

const cell = (page: Sheet | undefined, title: string, row: number) => page?.rows[row]?.[page.rows[0]?.indexOf(title) ?? -1]

test('the book says what the sheet says, in Word and in Excel, with who chaired, why people were away, what was decided, and the photo', async () => {
  const activityId = await held()
  const { expected, present, leave, absent } = await sheet(branch, activityId)
  const { made, html, text } = await wordOf()
  expect([present, leave, absent]).toEqual([5, 1, expected - 6])
  const page = html.slice(html.lastIndexOf('讨论年度计划'))
  const filled = (label: string) => new RegExp(`<strong>${label}</strong></p></td><td[^>]*><p>([^<]*)`).exec(page)?.[1]
  expect([filled('应到'), filled('实到'), filled('请假'), filled('缺席')]).toEqual(
    [expected, present, leave, absent].map(count => `${String(count)} 人`),
  )
  const [member] = await stored(branch, 'members', { _id: 'm-06' })
  expect(filled('请假人员和原因')).toBe(`${member?.name ?? ''}（住院）`)
  const [chair] = await stored(branch, 'members', { _id: 'm-01' })
  expect(filled('主持人')).toBe(chair?.name)
  expect(text).toContain('1. 学习文件')
  expect(text).toContain('大家讨论。')
  expect(text).toContain(`实到 ${String(present)} 人`)
  expect(text).toContain('到会人数不够，表决无效')
  expect(page).toContain('<img')
  expect(made.photosLeft).toBe(0)

  const pages = await readWorkbook(await contentOf((await book('xlsx')).url))
  const [meetings, decided] = pages
  const row = meetings?.rows.findIndex(one => one.includes('讨论年度计划')) ?? -1
  expect(['应到', '实到', '请假', '缺席', '照片'].map(title => cell(meetings, title, row))).toEqual(
    [expected, present, leave, absent, 1].map(String),
  )
  expect(decided?.rows[1]).toEqual(expect.arrayContaining(['讨论年度计划', '通过年度计划', '4', '1', '0']))
  expect((await book('xlsx')).meetings).toBe((meetings?.rows.length ?? 0) - 1)
})

test('who votes are the full members of the branch: neither one on probation nor an affiliate', async () => {
  const activityId = await held()
  const { voters, people } = good(await secretary().calls('life.voters', { activityId }))
  expect(people.some(one => one.memberId === 'm-01')).toBe(true)
  await amend(branch, 'members', { _id: 'm-05' }, { joinedPartyOn: '2026-03-01' })
  const after = good(await secretary().calls('life.voters', { activityId })).voters
  expect(after).toEqual({ due: (voters?.due ?? 0) - 1, present: 4 })
})

test('a committee decides among its members in office then, not among all on the sheet', async () => {
  const members = [
    { memberId: people.secretary.memberId, post: 'secretary' as const },
    { memberId: 'm-02', post: 'organization' as const },
    { memberId: 'm-03', post: 'publicity' as const },
  ]
  good(await branch.as('demo-bureau').calls('committee.record', { orgId: 'branch-01', heldOn: '2026-06-01', members }))
  const activityId = await meeting(branch, { kind: 'committee', title: '研究发展党员', startsAt, endsAt: startsAt + HOUR })
  await branch.clock.advance(HOUR)
  const marks = ['m-02', 'm-03', 'm-10'].map(memberId => ({
    ...{ memberId, state: 'present' as const, at: startsAt + MINUTE, nonce: `n-${memberId}`, reason: '到了' },
  }))
  good(await secretary().calls('attendance.mark', { activityId, marks }))
  expect(good(await secretary().calls('life.voters', { activityId }))).toMatchObject({ of: 'committee', voters: { due: 3, present: 2 } })
  const resolutions = [{ text: '同意列为入党积极分子', for: 2, against: 0, abstain: 0 }]
  good(await secretary().calls('activity.record', { activityId, line: '', minutes: '', photoFileIds: [], resolutions }))
  const { text } = await wordOf()
  expect(text).toContain('应到 3 人，实到 2 人')
  expect(text).toContain('赞成 2 票（须 2 票），反对 0 票，弃权 0 票：通过')
})

test('the contents name what is lacking, and a record sent in the former shape takes nothing away', async () => {
  const activityId = await held()
  const lacks = async () => good(await secretary().calls('life.contents', span)).items.find(one => one.activityId === activityId)?.lacks
  expect(await lacks()).toEqual([])
  good(await secretary().calls('activity.record', { activityId, line: '改了一个字', minutes: '', photoFileIds: [] }))
  const { record } = good(await secretary().calls('activity.get', { activityId }))
  expect(record).toMatchObject({ line: '改了一个字', chair: { memberId: 'm-01' }, resolutions: [{ for: 4 }] })
  good(await secretary().calls('activity.record', { activityId, line: '', minutes: '', photoFileIds: [], chairId: null, resolutions: [] }))
  expect(await lacks()).toEqual(['minutes', 'chair'])
})

test('no one chairs who never belonged there; spoken notes are heard by those alone who keep the record', async () => {
  const activityId = await held()
  const base = { activityId, line: '', minutes: '', photoFileIds: [] }
  expect(refusal(await secretary().calls('activity.record', { ...base, chairId: 'n-05' }))).toBe('NOT_FOUND')
  const voice = await branch.upload('会议.mp3', Buffer.from('a voice'))
  good(await secretary().calls('activity.record', { ...base, voiceFileIds: [voice] }))
  const seen = async (openid: string) => good(await branch.as(openid).calls('activity.get', { activityId })).record?.voiceFileIds
  expect([await seen('demo-secretary'), await seen('demo-member-03')]).toEqual([[voice], undefined])
})

test('a span that ends before it begins is refused, and one without meetings is an empty book', async () => {
  expect(refusal(await secretary().calls('life.book', { ...span, to: '2026-10-01', format: 'docx' }))).toBe('INVALID_INPUT')
  const none = good(await secretary().calls('life.book', { branchId: 'branch-01', from: '2001-01-01', to: '2001-12-31', format: 'docx' }))
  expect(none.meetings).toBe(0)
})
