import { good, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const review = (kind: 'appraisal' | 'org-life' = 'appraisal') =>
  meeting(branch, { kind, title: '年度民主评议', startsAt: MORNING + 10 * DAY, endsAt: MORNING + 10 * DAY + 2 * HOUR })
const seen = async (activityId: string) => good(await secretary().calls('review.get', { activityId }))
const mine = async (openid: string, activityId: string) => good(await branch.as(openid).calls('review.mine', { activityId }))
const step = async (activityId: string, name: string) => (await seen(activityId)).steps.find(one => one.step === name)

/** The committee of the branch: its secretary and two members. */
const committee = () =>
  branch.as('demo-bureau').calls('committee.record', {
    orgId: 'branch-01',
    heldOn: '2026-06-01',
    members: [
      { memberId: people.secretary.memberId, post: 'secretary' },
      { memberId: 'm-02', post: 'organization' },
      { memberId: 'm-03', post: 'publicity' },
    ],
  })

test('talks are planned in pairs for everyone, and ticked by one of the two or the secretary, by no other', async () => {
  good(await committee())
  const activityId = await review()
  const { added } = good(await secretary().calls('review.plan', { activityId }))
  expect(added).toBe(87)
  expect(good(await secretary().calls('review.plan', { activityId })).added).toBe(0)
  const { talks } = await mine('demo-member-10', activityId)
  const [talk] = talks
  expect(talks).toHaveLength(1)
  const talked = { activityId, talkId: talk?.talkId ?? '', on: '2026-11-25' }
  expect(refusal(await branch.as('demo-member-11').calls('review.talked', talked))).toBe('FORBIDDEN')
  good(await branch.as('demo-member-10').calls('review.talked', talked))
  expect((await mine('demo-member-10', activityId)).talks).toMatchObject([{ on: '2026-11-25' }])
  expect(await step(activityId, 'talks')).toMatchObject({ done: 2, total: 87 })
  good(await secretary().calls('review.talked', { ...talked, on: null }))
  expect(await step(activityId, 'talks')).toMatchObject({ done: 0 })
})

test('what members write of themselves and of one another is read by the secretary, the committee and the member concerned alone', async () => {
  good(await committee())
  const activityId = await review()
  good(await branch.as('demo-member-10').calls('review.say', { activityId, text: '今年参加活动少了' }))
  good(await branch.as('demo-member-11').calls('review.say', { activityId, text: '希望多来几次', aboutId: 'm-10' }))
  good(await branch.as('demo-family-01').calls('review.opine', { activityId, text: '多组织学习', forMemberId: 'm-01' }))
  good(
    await branch.as(people.liaison.openid).calls('review.sayFor', { activityId, memberId: 'm-12', kind: 'self', text: '电话里说：都好' }),
  )
  expect(refusal(await branch.as('demo-family-01').calls('review.say', { activityId, text: '替爸爸写' }))).toBe('FORBIDDEN')

  const words = async (openid: string) =>
    good(await branch.as(openid).calls('review.words', { activityId, kind: 'self' })).items.map(one => one.text)
  for (const openid of ['demo-secretary', 'demo-member-02'])
    expect((await words(openid)).sort()).toEqual(['今年参加活动少了', '电话里说：都好'].sort())
  for (const openid of ['demo-member-10', 'demo-leader-1', 'demo-street', 'demo-bureau'])
    for (const op of ['review.get', 'review.words'] as const)
      expect(refusal(await branch.as(openid).calls(op, { activityId, kind: 'self' }))).toBe('FORBIDDEN')

  const concerned = await mine('demo-member-10', activityId)
  expect(concerned).toMatchObject({
    self: { text: '今年参加活动少了' },
    received: [{ text: '希望多来几次', writer: { memberId: 'm-11' } }],
    given: [],
  })
  expect(await mine('demo-member-11', activityId)).toMatchObject({ self: null, received: [], given: [{ about: { memberId: 'm-10' } }] })
  const [own] = await stored(branch, 'members', { _id: 'm-10' })
  const find = async (openid: string) =>
    good(await branch.as(openid).calls('review.find', { activityId, name: own?.name ?? '' })).items.map(one => one.memberId)
  expect([await find('demo-member-11'), await find('demo-member-10')]).toEqual([['m-10'], []])
  expect(JSON.stringify(await mine('demo-member-13', activityId))).not.toMatch(/参加活动少|多来几次|多组织学习/)
  expect((await mine('demo-member-12', activityId)).self?.by).toBeTruthy()
  expect(await step(activityId, 'self')).toMatchObject({ done: 2 })
  expect(await step(activityId, 'opinions')).toMatchObject({ done: 1 })
  expect(refusal(await branch.as('demo-other-member').calls('review.say', { activityId, text: '外人' }))).toBe('NOT_INVITED')
  // Their consent withdrawn, what they wrote goes with it.
  good(await branch.as('demo-member-11').calls('me.withdraw', {}))
  expect((await mine('demo-member-10', activityId)).received).toEqual([])
})

test('grades: at most a third of the full members excellent, none for probationary members or affiliates, seen by the member once it is closed', async () => {
  const activityId = await review()
  await amend(branch, 'members', { _id: 'm-09' }, { joinedPartyOn: '2026-05-01' })
  good(await secretary().calls('membership.affiliate', { branchId: 'branch-01', memberId: 'n-05' }))
  const { full, most, people: all } = await seen(activityId)
  expect([full, most]).toEqual([86, 28])
  expect(all.find(one => one.memberId === 'm-09')?.standing).toBe('probationary')
  const ids = all.filter(one => one.standing === 'full').map(one => one.memberId)
  const grade = (memberIds: readonly string[], level: 'excellent' | 'qualified') =>
    secretary().calls('appraisal.grade', { activityId, grades: memberIds.map(memberId => ({ memberId, grade: level })) })
  const over = await grade(ids.slice(0, 29), 'excellent')
  expect(over).toMatchObject({ ok: false, code: 'APPRAISAL_TOO_MANY_EXCELLENT', data: { max: 28 } })
  good(await grade(ids.slice(0, 28), 'excellent'))
  expect(refusal(await grade(ids.slice(28, 29), 'excellent'))).toBe('APPRAISAL_TOO_MANY_EXCELLENT')
  const rest = good(await grade([...ids.slice(28), 'm-09', 'n-05'], 'qualified'))
  expect(rest).toEqual({ counts: { excellent: 28, qualified: 58, basic: 0, unqualified: 0 }, left: ['m-09', 'n-05'] })
  expect(await step(activityId, 'grades')).toMatchObject({ done: 86, total: 86 })

  expect((await mine('demo-member-10', activityId)).grade).toBeUndefined()
  good(await secretary().calls('review.close', { activityId, closed: true }))
  expect((await mine('demo-member-10', activityId)).grade).toMatch(/excellent|qualified/)
  const told = good(await branch.as('demo-member-10').calls('inbox.list', {})).items.find(one => one.kind === 'review')
  expect(told).toMatchObject({ title: '评议有结果了', page: `branch/review/index?id=${activityId}` })
  expect(`${told?.title ?? ''}${told?.text ?? ''}`).not.toMatch(/优秀|合格/)
  const family = good(await branch.as('demo-family-01').calls('inbox.list', {})).items
  expect(family.some(one => one.kind === 'review')).toBe(false)
  expect(refusal(await grade(ids.slice(0, 1), 'qualified'))).toBe('REVIEW_CLOSED')
  good(await secretary().calls('review.close', { activityId, closed: false }))
  good(await grade(ids.slice(0, 1), 'qualified'))
})

test('a member who lives elsewhere is graded there; one that the branch takes in is graded here where they take part', async () => {
  const activityId = await review()
  const away = { from: '2026-01-01', where: '深圳', reach: '女儿' }
  good(await secretary().calls('mobile.set', { ...away, memberId: 'm-20', hostBranchId: 'branch-02' }))
  good(await branch.as('demo-other-secretary').calls('mobile.set', { ...away, memberId: 'n-07', hostBranchId: 'branch-01' }))
  good(await secretary().calls('membership.affiliate', { branchId: 'branch-01', memberId: 'n-07' }))
  const { people: all, full } = await seen(activityId)
  const standing = (id: string) => all.find(one => one.memberId === id)?.standing
  expect([standing('m-20'), standing('n-07'), full]).toEqual(['away', 'hosted', 87])
  expect(await step(activityId, 'grades')).toMatchObject({ total: 86 })
  const grades = ['m-20', 'n-07'].map(memberId => ({ memberId, grade: 'qualified' as const }))
  expect(good(await secretary().calls('appraisal.grade', { activityId, grades })).left).toEqual([])
})

test('ballots on paper are counted, and those that cannot be are refused', async () => {
  const activityId = await review()
  const line = { memberId: 'm-10', excellent: 6, qualified: 3, basic: 0, unqualified: 0 }
  const tally = (more: object) => secretary().calls('review.tally', { activityId, issued: 10, returned: 9, counts: [line], ...more })
  expect(await tally({ returned: 8 })).toMatchObject({ ok: false, code: 'REVIEW_BALLOTS_WRONG', data: { memberIds: ['m-10'] } })
  expect(refusal(await tally({ issued: 8 }))).toBe('REVIEW_BALLOTS_WRONG')
  good(await tally({}))
  const { people: all, tally: counted } = await seen(activityId)
  expect(counted).toMatchObject({ issued: 10, returned: 9 })
  expect(all.find(one => one.memberId === 'm-10')?.ballots).toMatchObject({ excellent: 6, qualified: 3 })
})

test('a remedy is spoken of three days before its day and once when it is late, until its person says that it is done', async () => {
  const activityId = await review('org-life')
  const remedy = { activityId, problem: '学习少', measure: '每月学一次', ownerId: 'm-10', dueOn: '2026-11-28' }
  const { remedyId } = good(await secretary().calls('review.remedy', remedy))
  const other = good(await secretary().calls('review.remedy', { ...remedy, problem: '走访少', ownerId: 'm-11' }))
  const heard = async (openid: string) =>
    good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.kind === 'review').map(one => one.title) // prettier-ignore
  await branch.clock.advance(3 * DAY)
  expect(await heard('demo-member-10')).toEqual(['有一项整改请您负责'])
  await branch.clock.advance(DAY + HOUR)
  expect(await heard('demo-member-10')).toEqual(['有一项整改快到日子了', '有一项整改请您负责'])
  expect(refusal(await branch.as('demo-member-12').calls('review.remedied', { activityId, remedyId, done: true }))).toBe('FORBIDDEN')
  good(await branch.as('demo-member-10').calls('review.remedied', { activityId, remedyId, done: true, note: '学了三次' }))
  await branch.clock.advance(5 * DAY)
  expect(await heard('demo-member-10')).toHaveLength(2)
  expect(await heard('demo-member-11')).toEqual(['有一项整改过了日子', '有一项整改快到日子了', '有一项整改请您负责'])
  expect(await step(activityId, 'remedies')).toMatchObject({ done: 1, total: 2 })
  expect((await seen(activityId)).remedies.find(one => one.remedyId === other.remedyId)?.late).toBe(true)
})

test('steps are ticked by word, those who have not written are asked once a day, and no other activity has steps', async () => {
  const activityId = await review('org-life')
  expect((await seen(activityId)).steps.map(one => one.step)).toEqual(['talks', 'opinions', 'self', 'mutual', 'remedies'])
  good(await secretary().calls('review.tick', { activityId, step: 'mutual', done: true }))
  expect((await step(activityId, 'mutual'))?.on).toBe('2026-11-21')
  good(await branch.as('demo-member-10').calls('review.say', { activityId, text: '写了' }))
  expect(good(await secretary().calls('review.remind', { activityId })).told).toBe(86)
  good(await secretary().calls('review.remind', { activityId }))
  const asked = good(await branch.as('demo-member-11').calls('inbox.list', {})).items.filter(one => one.title === '请写写个人自评')
  expect(asked).toHaveLength(1)
  expect(refusal(await secretary().calls('review.get', { activityId: await meeting(branch) }))).toBe('REVIEW_NOT_HERE')
})
