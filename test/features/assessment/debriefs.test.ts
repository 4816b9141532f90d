import mammoth from 'mammoth'
import { readWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import { isFigureName } from '../../../core/assessment/debriefs/figures'
import { yearSpan } from '../../../core/assessment/debriefs/rules'
import { good, meeting, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { remedy } from '../support/inputs'
import { amend, people, refusal } from '../support/people'
import { suggestionOf } from '../support/world'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const street = () => branch.as('demo-street')
const asked = { branchId: 'branch-01', year: 2026 } as const
const draft = async (year = 2026) => good(await secretary().calls('debrief.draft', { branchId: 'branch-01', year })).sections
const figuresIn = (sections: Awaited<ReturnType<typeof draft>>) =>
  Object.fromEntries(sections.flatMap(one => one.figures.map(({ name, value }) => [name, value] as const)))
const contentOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const startsAt = MORNING + 30 * MINUTE

/** What the branch does in two hours: a meeting to which three come, two suggestions of which one is adopted, a request that is solved, two remedies. */
const work = async () => {
  const activityId = await meeting(branch, { kind: 'general-meeting', title: '年终大会', startsAt, endsAt: startsAt + HOUR })
  await suggestionOf(branch)
  good(await branch.as('demo-member-05').calls('suggestion.submit', { text: '多办讲座' }))
  good(await branch.as('demo-member-06').calls('request.raise', { kind: 'water' }))
  good(await secretary().calls('remedy.save', remedy, 'open'))
  const { remedyId } = good(await secretary().calls('remedy.save', { ...remedy, problem: '没有报纸' }, 'done'))
  good(await secretary().calls('remedy.tick', { remedyId, note: '订上了' }))
  await branch.clock.advance(HOUR)
  const marks = ['m-01', 'm-02', 'm-03'].map(memberId => ({
    ...{ memberId, state: 'present' as const, at: startsAt + MINUTE, nonce: `n-${memberId}`, reason: '到了' },
  }))
  good(await secretary().calls('attendance.mark', { activityId, marks }))
  await branch.clock.advance(2 * HOUR)
}

test('the draft says what the rows say, each figure as it is counted by hand, and nothing of what is not known', async () => {
  await work()
  const sections = await draft()
  const figures = figuresIn(sections)
  const { from } = yearSpan(2026)
  const now = MORNING + 3 * HOUR
  const held = (await stored(branch, 'activities', { branchId: 'branch-01', state: 'published' })).filter(
    one => one.startsAt >= from && one.startsAt <= now,
  )
  const meetings = (await stored(branch, 'meetings', { branchId: 'branch-01' })).filter(
    one => one.on.startsWith('2026') && one.verdict === 'held',
  )
  const members = (await stored(branch, 'members', { branchId: 'branch-01' })).filter(one => one.state === 'active')
  const visits = (await stored(branch, 'visits', { branchId: 'branch-01', year: 2026 })).filter(one => one.state !== 'dropped')
  const suggestions = await stored(branch, 'suggestions', { branchId: 'branch-01' })
  const requests = (await stored(branch, 'requests', { scopes: 'branch-01' })).filter(one => one.month.startsWith('2026'))
  const remedies = await stored(branch, 'remedies', { branchId: 'branch-01' })
  const known = (counted: Record<string, number>) => Object.fromEntries(Object.entries(counted).filter(([, count]) => count > 0))
  expect(figures).toMatchObject(
    known({
      members: members.length,
      retired: members.filter(one => one.standing === 'retired' || one.standing === 'honoured-retired').length,
      activities: held.length,
      'general-meeting': meetings.filter(one => one.duty === 'general-meeting').length,
      suggested: suggestions.length,
      adopted: suggestions.filter(one => one.state === 'adopted').length,
      visitsDue: visits.length,
      raised: requests.length,
      remedied: remedies.filter(one => !one.open).length,
      remediesOpen: remedies.filter(one => one.open).length,
    }),
  )
  expect([figures['suggested'], figures['adopted'], figures['homeChecks'], figures['homeHeld']]).toEqual([2, 1, 10, 8])
  // A branch that uses no home says nothing of one.
  await amend(branch, 'party-homes', { _id: 'demo-party-home' }, { branchIds: [] })
  expect((await draft()).map(one => one.text).join()).not.toContain('老党员之家')
  for (const { text, figures: shown } of sections) for (const one of shown) expect(text).toContain(String(one.value))
  expect(sections.at(-1)?.text).toContain('活动室没有扶手：门口两边各装一根')
  // Of a year before nothing that stands today is said.
  const before = figuresIn(await draft(2025))
  expect(Object.keys(before).filter(isFigureName).filter(name => ['members', 'talents', 'remediesOpen', 'suggested'].includes(name))).toEqual([]) // prettier-ignore
  expect(refusal(await secretary().calls('debrief.draft', { branchId: 'branch-01', year: 2027 }))).toBe('INVALID_INPUT')
})

test('it is handed in in the secretary’s words as Word, judged by the street with a grade, and cannot be rewritten afterwards', async () => {
  const sections = (await draft()).map(({ title, text }) => ({ title, text: `${text}（书记改过）` }))
  const submit = (more = sections, command = 'hand-in') => secretary().calls('debrief.submit', { ...asked, sections: more }, command)
  const made = good(await submit())
  const buffer = await contentOf(made.url)
  const { value: text } = await mammoth.extractRawText({ buffer })
  expect(text).toContain('2026年度党支部书记述职报告')
  for (const one of sections) for (const line of one.text.split('\n')) expect(text).toContain(line)
  expect(text).toContain(`一、${sections[0]?.title ?? ''}`)
  const { value: xml } = { value: buffer.toString('latin1') }
  expect(xml.startsWith('PK')).toBe(true)
  expect(good(await submit())).toEqual(made)
  good(await submit([{ title: '组织生活', text: '又改了一遍。' }], 'again'))
  const read = async (openid: string) => good(await branch.as(openid).calls('debrief.get', asked))
  expect(await read('demo-street')).toMatchObject({
    open: true,
    submitted: { sections: [{ title: '组织生活', text: '又改了一遍。' }], earlier: 1, reviews: [] },
    may: ['review', 'file'],
  })
  // What the system counted stands beside it, whatever was written.
  expect((await read('demo-street')).submitted?.figures.some(one => one.name === 'members' || one.name === 'activities')).toBe(true)

  good(await street().calls('debrief.review', { ...asked, grade: 'rather-good', words: '走访还要再实一些' }, 'judge'))
  good(await street().calls('debrief.review', { ...asked, grade: 'rather-good', words: '走访还要再实一些' }, 'judge'))
  const [message] = await stored(branch, 'messages', { memberId: people.secretary.memberId, kind: 'debrief' })
  expect([message?.title, message?.text]).toEqual(['2026年述职评了：较好', '走访还要再实一些'])
  expect(await read('demo-secretary')).toMatchObject({ open: false, years: [{ year: 2026, grade: 'rather-good' }], may: ['file'] })
  expect((await read('demo-secretary')).submitted?.reviews).toHaveLength(1)
  expect(refusal(await submit(sections, 'too-late'))).toBe('DEBRIEF_JUDGED')
  const paper = await mammoth.extractRawText({ buffer: await contentOf(good(await street().calls('debrief.file', asked)).url) })
  expect(paper.value).toContain('评为“较好”：走访还要再实一些')
})

test('the street sees which branches have handed in, and the bureau takes it along as a sheet; before November nothing is handed in', async () => {
  const sections = [{ title: '组织生活', text: '按时开会。' }]
  expect(await secretary().calls('debrief.submit', { branchId: 'branch-01', year: 2027, sections })).toMatchObject({
    code: 'DEBRIEF_EARLY',
    data: { opensOn: '2027-11-01' },
  })
  good(await secretary().calls('debrief.submit', { ...asked, sections }))
  const page = good(await street().calls('debrief.list', { orgId: 'changqing', year: 2026 }))
  expect([page.submitted, page.branches]).toEqual([1, page.items.length])
  expect(page.items.find(one => one.branchId === 'branch-01')?.state).toBe('submitted')
  expect(page.items.filter(one => one.branchId !== 'branch-01').every(one => one.state === 'missing')).toBe(true)
  expect(refusal(await street().calls('debrief.review', { branchId: 'branch-02', year: 2026, grade: 'good', words: '好' }))).toBe(
    'NOT_FOUND',
  )
  good(await street().calls('debrief.review', { ...asked, grade: 'good', words: '抓得实' }))
  const { url } = good(await branch.as('demo-bureau').calls('debrief.export', { orgId: 'district', year: 2026 }))
  const [sheet] = await readWorkbook(await contentOf(url))
  expect(sheet?.rows.find(row => row.includes('抓得实'))).toEqual(expect.arrayContaining(['评了', '好']))
  expect(sheet?.rows.length).toBe(
    good(await branch.as('demo-bureau').calls('debrief.list', { orgId: 'district', year: 2026 })).branches + 1,
  )
})

test('from November on secretaries hear once that it begins, and the draft is a tap away; who has handed in is left in peace', async () => {
  const heard = async (memberId: string) =>
    (await stored(branch, 'messages', { memberId, kind: 'debrief' })).map(({ title, page }) => ({ title, page }))
  const again = () => amend(branch, 'debrief-seasons', { _id: '2026' }, { after: '', over: false })
  good(await branch.as('demo-other-secretary').calls('debrief.submit', { branchId: 'branch-02', year: 2026, sections: [{ title: '组织生活', text: '按时开会。' }] })) // prettier-ignore
  await again()
  await branch.clock.advance(6 * MINUTE)
  const once = [{ title: '2026年述职开始了', page: 'assessment/debrief-write/index?branchId=branch-01&year=2026' }]
  expect(await heard(people.secretary.memberId)).toEqual(once)
  const [other] = await stored(branch, 'accounts', { _id: 'demo-other-secretary' })
  expect(await heard(other?.memberId ?? '')).toEqual([])
  expect(await stored(branch, 'debrief-seasons', { _id: '2026', over: true })).toHaveLength(1)
  await again()
  await branch.clock.advance(6 * MINUTE)
  expect(await heard(people.secretary.memberId)).toEqual(once)
})
