import { good, meeting } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const book = { branchId: 'branch-01', title: '论中国共产党历史', kind: 'book', dueOn: '2026-12-20', hours: 4 } as const
const assign = async (more: object = {}) => good(await secretary().calls('study.assign', { ...book, ...more }, 'assign-01')).taskId
const mine = async (openid: string) => good(await branch.as(openid).calls('study.mine', {})).items
const progress = async (taskId: string) => good(await secretary().calls('study.progress', { taskId }))
const hours = async (openid: string, more: object = {}) => good(await branch.as(openid).calls('study.hours', { year: 2026, ...more }))

describe('a book to read', () => {
  test('reaches every member once, and is done by the word alone', async () => {
    const taskId = await assign()
    expect(await assign()).toBe(taskId)
    const told = good(await branch.as('demo-member-03').calls('inbox.list', {})).items.filter(one => one.kind === 'study-assigned')
    expect(told).toMatchObject([{ title: '学习：论中国共产党历史', page: `branch/study-task/index?id=${taskId}` }])

    const [task] = await mine('demo-member-03')
    expect(task).toMatchObject({ taskId, title: book.title, hours: 4, report: null })
    const report = () => branch.as('demo-member-03').calls('study.report', { taskId })
    await Promise.all([report(), report()])
    expect((await mine('demo-member-03'))[0]?.report).toMatchObject({ text: '', shared: false })
    const { done, total, missing } = await progress(taskId)
    expect([done, total, missing.length]).toEqual([1, 87, 86])
    expect(missing.some(one => one.memberId === 'm-03')).toBe(false)
  })

  test('is told of by family and by the liaison who brought it, each with their name beside it', async () => {
    const taskId = await assign()
    const forMemberId = 'm-01'
    good(await branch.as('demo-family-01').calls('study.report', { taskId, forMemberId, text: '念给爸爸听了' }))
    const [own] = await mine('demo-member-01')
    expect(own?.report?.text).toBe('念给爸爸听了')
    expect(own?.report?.by).toBeTruthy()

    good(await branch.as(people.liaison.openid).calls('study.reportFor', { taskId, memberId: 'm-04', text: '送书上门，读了两章' }))
    expect((await mine('demo-member-04'))[0]?.report?.text).toBe('送书上门，读了两章')
    expect(refusal(await branch.as('demo-other-secretary').calls('study.reportFor', { taskId, memberId: 'm-04' }))).toBe('FORBIDDEN')
    expect((await progress(taskId)).done).toBe(2)
  })

  test('is read by colleagues only where its writer lets them, and the latest words stand', async () => {
    const taskId = await assign()
    good(await branch.as('demo-member-02').calls('study.report', { taskId, text: '先记一点' }))
    good(await branch.as('demo-member-02').calls('study.report', { taskId, text: '读完很有感触', shared: true }))
    good(await branch.as('demo-member-05').calls('study.report', { taskId, text: '只给书记看' }))
    const { items } = good(await branch.as('demo-member-06').calls('study.shared', { taskId }))
    expect(items).toMatchObject([{ memberId: 'm-02', text: '读完很有感触' }])
    expect(refusal(await branch.as('demo-other-member').calls('study.shared', { taskId }))).toBe('NOT_INVITED')
    expect(refusal(await branch.as('demo-other-member').calls('study.report', { taskId }))).toBe('NOT_INVITED')
    expect((await progress(taskId)).done).toBe(2)
  })

  test('is brought to mind once a day, to those who have not told, and no more once it is ended', async () => {
    const taskId = await assign()
    good(await branch.as('demo-member-02').calls('study.report', { taskId }))
    const remind = async () => good(await secretary().calls('study.remind', { taskId })).told
    const heard = async () =>
      good(await branch.as('demo-member-03').calls('inbox.list', {})).items.filter(one => one.title.startsWith('还有一样学习')).length
    expect([await remind(), await remind(), await heard()]).toEqual([86, 86, 1])
    await branch.clock.advance(DAY)
    expect([await remind(), await heard()]).toEqual([86, 2])
    good(await secretary().calls('study.close', { taskId }))
    expect(refusal(await secretary().calls('study.remind', { taskId }))).toBe('CONFLICT')
    expect(await mine('demo-member-03')).toEqual([])
    expect(await mine('demo-member-02')).toHaveLength(1)
    expect(good(await secretary().calls('study.list', { branchId: 'branch-01' })).items).toMatchObject([{ taskId, done: 1, closed: true }])
  })

  test('ends on no day that is past', async () => {
    expect(refusal(await secretary().calls('study.assign', { ...book, dueOn: '2026-11-01' }))).toBe('STUDY_DATE_WRONG')
  })
})

describe('the hours of a year', () => {
  test('come from attendance and tasks, each once, and are asked of no one who is bedridden or very old', async () => {
    const before = (await hours('demo-member-04')).hours
    const startsAt = MORNING + 30 * MINUTE
    const activityId = await meeting(branch, { kind: 'lecture', title: '微党课', startsAt, endsAt: startsAt + 2.5 * HOUR })
    await branch.clock.advance(HOUR)
    const mark = { memberId: 'm-04', state: 'present' as const, at: startsAt, nonce: 'n-1', reason: '到了' }
    good(await secretary().calls('attendance.mark', { activityId, marks: [mark] }))
    const taskId = await assign()
    for (const text of ['一', '二']) good(await branch.as('demo-member-04').calls('study.report', { taskId, text }))
    const after = await hours('demo-member-04')
    expect(after.hours - before).toBe(2.5 + 4)
    expect(after.items.reduce((sum, one) => sum + one.hours, 0)).toBe(after.hours)
    expect(after.target).toBe(32)
    expect((await hours('demo-secretary')).target).toBe(56)
    expect(await hours('demo-secretary', { memberId: 'm-04' })).toEqual(after)
    expect(refusal(await branch.as('demo-member-05').calls('study.hours', { year: 2026, memberId: 'm-04' }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-other-secretary').calls('study.hours', { year: 2026, memberId: 'm-04' }))).toBe('FORBIDDEN')
  })

  test('count a training by its days for all who were there, and a committee member is asked for more', async () => {
    const training = {
      orgId: 'branch-01',
      title: '党校培训',
      from: '2026-11-02',
      to: '2026-11-04',
      halfDays: 5,
      memberIds: ['m-04', 'm-05'],
    }
    const record = () => secretary().calls('training.record', training, 'training-1')
    const { trainingId } = good(await record())
    expect(good(await record())).toEqual({ trainingId })
    expect((await hours('demo-member-04')).items).toMatchObject([{ what: 'training', hours: 20 }])
    expect(refusal(await secretary().calls('training.record', { ...training, halfDays: 9 }))).toBe('INVALID_INPUT')
    expect(refusal(await secretary().calls('training.record', { ...training, memberIds: ['n-01'] }))).toBe('NOT_FOUND')

    const seats = [
      { memberId: people.secretary.memberId, post: 'secretary' as const },
      { memberId: 'm-04', post: 'study' as const },
      { memberId: 'm-06', post: 'life' as const },
    ]
    good(await branch.as('demo-street').calls('committee.record', { orgId: 'branch-01', heldOn: '2026-11-01', members: seats }))
    expect((await hours('demo-member-04')).target).toBe(56)
    const { items, waiting } = good(await secretary().calls('training.list', { orgId: 'branch-01', year: 2026 }))
    expect(items).toMatchObject([{ trainingId, hours: 20 }])
    expect(waiting.map(one => one.memberId)).toEqual([people.secretary.memberId, 'm-06'])
    good(await secretary().calls('training.remove', { trainingId }))
    expect((await hours('demo-member-04')).hours).toBe(0)
  })

  test('stand on the board as on its list: each figure is a sum of its rows', async () => {
    const taskId = await assign()
    good(await branch.as('demo-member-05').calls('study.report', { taskId }))
    good(await branch.as(people.liaison.openid).calls('study.reportFor', { taskId, memberId: 'm-04' }))
    const { bookId } = good(await secretary().calls('book.save', { branchId: 'branch-01', title: '红岩', copies: 2 }))
    good(await secretary().calls('book.lend', { bookId, memberId: 'm-03' }))
    await branch.clock.advance(5 * MINUTE)
    const list = good(await secretary().calls('study.board', { orgId: 'branch-01', year: 2026 }))
    const shown = good(await secretary().calls('board.get', { orgId: 'branch-01', topic: 'study' })).figures.find(
      one => one.topic === 'study',
    )
    expect(shown?.now).toEqual(list.figures)
    const total = (of: (one: (typeof list.people)[number]) => number) => list.people.reduce((sum, one) => sum + of(one), 0)
    expect(list.figures).toMatchObject({
      people: list.people.length,
      care: total(one => Number(one.asCare)),
      reached: total(one => Number(!one.asCare && one.hours >= one.target)),
      hours: total(one => one.hours),
      courses: total(one => one.courses),
      brought: 1,
      ...{ lent: 1, late: 0 },
    })
    expect(list.people.find(one => one.memberId === 'm-04')).toMatchObject({ brought: 1, hours: 4 })
    const above = good(await branch.as('demo-street').calls('study.board', { orgId: 'changqing', year: 2026 }))
    expect(above.below.find(one => one.orgId === 'branch-01')).toMatchObject(list.figures)
    expect(above.figures.hours).toBe(above.below.reduce((sum, one) => sum + one.hours, 0))
  })

  test('agree with their rows by night, also for a meeting whose sheet the day before was put right', async () => {
    const startsAt = MORNING + 30 * MINUTE
    const activityId = await meeting(branch, { kind: 'lecture', startsAt, endsAt: startsAt + 2 * HOUR })
    await branch.clock.advance(DAY)
    const learnt = async () => good(await secretary().calls('study.board', { orgId: 'branch-01', year: 2026 })).figures.hours
    const before = await learnt()
    const mark = { memberId: 'm-04', state: 'present' as const, at: startsAt, nonce: 'n-1', reason: '补记' }
    good(await secretary().calls('attendance.mark', { activityId, marks: [mark] }))
    expect(await learnt()).toBe(before + 2)
    await branch.clock.advance(DAY)
    const { compared, figures } = good(await secretary().calls('board.get', { orgId: 'branch-01' }))
    expect(compared.repaired).toBe(0)
    expect(figures.find(one => one.topic === 'study')?.now?.['hours']).toBe(before + 2)
  })
})

describe('notes of what was read', () => {
  test('reach the secretary whole; the best of those who agree can be read by all', async () => {
    const taskId = await assign()
    good(await branch.as('demo-member-02').calls('study.report', { taskId, text: '读完很有感触', shared: true }))
    good(await branch.as('demo-member-05').calls('study.report', { taskId, text: '只给书记看' }))
    const told = good(await secretary().calls('study.reports', { taskId })).items
    expect(told.map(one => [one.text, one.shared]).sort()).toEqual(
      [
        ['只给书记看', false],
        ['读完很有感触', true],
      ].sort(),
    )
    const pick = (memberId: string) => secretary().calls('study.pick', { taskId, memberId, picked: true })
    expect(refusal(await pick('m-05'))).toBe('CONFLICT')
    good(await pick('m-02'))
    const notes = async (openid: string) => good(await branch.as(openid).calls('study.notes', { picked: true })).items
    expect(await notes('demo-member-06')).toMatchObject([{ memberId: 'm-02', text: '读完很有感触', picked: true, title: book.title }])
    expect(await notes('demo-other-member')).toEqual([])
    // Who takes the agreement back is read no more.
    good(await branch.as('demo-member-02').calls('study.report', { taskId, text: '读完很有感触' }))
    expect(await notes('demo-member-06')).toEqual([])
  })
})
