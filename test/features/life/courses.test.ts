import { readSheet } from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { MINUTE, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const LENGTH = 600
const SECOND = 1000
const secretary = () => branch.as('demo-secretary')
const hours = async (openid: string) => good(await branch.as(openid).calls('study.hours', { year: 2026 }))
const seen = async (courseId: string) => good(await secretary().calls('course.seen', { branchId: 'branch-01', courseId }))

/** A micro-lecture of ten minutes, with the file that the secretary sent. */
const lecture = async (openid = 'demo-secretary', orgId = 'branch-01') => {
  const audioFileId = await branch.upload('微党课.mp3', Buffer.from('a lecture'))
  return good(await branch.as(openid).calls('course.save', { orgId, title: '学习二十大', audioFileId, seconds: LENGTH, hours: 1.5 }))
    .courseId
}
/** Plays on for so long, and says so every minute, as the phone does. */
const play = async (openid: string, courseId: string, from: number, to: number, more: object = {}) => {
  for (let at = from; at < to; at += 60) {
    await branch.clock.advance(60 * SECOND)
    const end = Math.min(to, at + 60)
    good(await branch.as(openid).calls('course.progress', { courseId, at: end, spans: [{ from: at, to: end }], ...more }))
  }
}

describe('a lecture to listen to', () => {
  test('goes on where it stopped, on another phone too, and counts once nine tenths were played', async () => {
    const courseId = await lecture()
    await play('demo-member-01', courseId, 0, 300)
    const onward = good(await branch.as('demo-family-01').calls('course.get', { courseId, forMemberId: 'm-01' }))
    expect(onward).toMatchObject({ at: 300, percent: 50, seen: false, kind: 'audio' })
    expect(onward.audioFileId).toMatch(/^cloud:/u)
    expect(refusal(await branch.as('demo-member-01').calls('course.done', { courseId }))).toBe('COURSE_UNFINISHED')

    await play('demo-family-01', courseId, 300, 540, { forMemberId: 'm-01' })
    expect(good(await branch.as('demo-member-01').calls('course.list', {})).items).toMatchObject([{ courseId, seen: true, percent: 100 }])
    good(await branch.as('demo-member-01').calls('course.done', { courseId }))
    expect((await hours('demo-member-01')).items).toMatchObject([{ what: 'course', title: '学习二十大', hours: 1.5 }])
    const [row] = await stored(branch, 'course-progress', { memberId: 'm-01' })
    expect(row).toMatchObject({ spans: [], hours: 1.5 })
  })

  test('is not seen by jumping to its end, nor by a report of more than the time that went by', async () => {
    const courseId = await lecture()
    const listener = branch.as('demo-member-02')
    const say = async (spans: { from: number; to: number }[]) =>
      good(await listener.calls('course.progress', { courseId, at: LENGTH, spans }))
    expect(await say([{ from: 595, to: 600 }])).toEqual({ percent: 0, seen: false })
    expect(await say([{ from: 0, to: 600 }])).toMatchObject({ seen: false })
    await branch.clock.advance(MINUTE)
    expect((await say([{ from: 0, to: 600 }])).seen).toBe(false)
    expect((await hours('demo-member-02')).hours).toBe(0)
  })

  test('counts its hours once, however many doors tell of it at once', async () => {
    const courseId = await lecture()
    await play('demo-member-01', courseId, 0, 480)
    await branch.clock.advance(MINUTE)
    const last = { courseId, at: 540, spans: [{ from: 480, to: 540 }] }
    await Promise.all([
      branch.as('demo-member-01').calls('course.progress', last, 'same'),
      branch.as('demo-member-01').calls('course.progress', last, 'same'),
      branch.as('demo-family-01').calls('course.progress', { ...last, forMemberId: 'm-01' }),
      secretary().calls('course.brought', { memberId: 'm-01', courseId }),
    ])
    expect((await hours('demo-member-01')).hours).toBe(1.5)
    expect(await stored(branch, 'course-progress', { memberId: 'm-01' })).toHaveLength(1)
  })

  test('that the street made is heard by its branches, and by no one elsewhere', async () => {
    const courseId = await lecture('demo-street', 'changqing')
    expect(good(await branch.as('demo-member-09').calls('course.list', {})).items).toMatchObject([{ courseId }])
    expect(good(await branch.as('demo-other-member').calls('course.list', {})).items).toMatchObject([{ courseId }])
    const own = await lecture()
    expect(refusal(await branch.as('demo-other-member').calls('course.get', { courseId: own }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-other-secretary').calls('course.close', { courseId: own }))).toBe('FORBIDDEN')
    good(await secretary().calls('course.close', { courseId: own }))
    expect(good(await branch.as('demo-member-09').calls('course.list', {})).items).toMatchObject([{ courseId }])
  })

  test('is asked of all by one press; who has listened need not tell, and its hours are not counted twice', async () => {
    const courseId = await lecture()
    const asked = { branchId: 'branch-01', title: '学习二十大', kind: 'course', dueOn: '2026-12-20', hours: 1.5, courseId } as const
    const { taskId } = good(await secretary().calls('study.assign', asked))
    await play('demo-member-05', courseId, 0, 600)
    expect(good(await secretary().calls('study.progress', { taskId })).reported).toMatchObject([{ memberId: 'm-05' }])
    good(await branch.as('demo-member-05').calls('study.report', { taskId, text: '很受启发' }))
    expect((await hours('demo-member-05')).hours).toBe(1.5)
  })
})

describe('a text to read', () => {
  test('is done by its reader once, and at home with the liaison as 送学上门', async () => {
    const words = { orgId: 'branch-01', title: '一封信', body: '同志们：\n学思践悟，知行合一。', hours: 0.5 }
    const { courseId } = good(await secretary().calls('course.save', words))
    for (const openid of ['demo-member-01', 'demo-family-01', 'demo-member-01'])
      good(await branch.as(openid).calls('course.done', { courseId, ...(openid === 'demo-family-01' ? { forMemberId: 'm-01' } : {}) }))
    expect((await hours('demo-member-01')).hours).toBe(0.5)

    good(await branch.as(people.liaison.openid).calls('course.brought', { memberId: 'm-04', courseId }))
    expect((await hours('demo-member-04')).items).toMatchObject([{ what: 'course', brought: true }])
    expect(refusal(await branch.as('demo-other-secretary').calls('course.brought', { memberId: 'm-04', courseId }))).toBe('FORBIDDEN')

    const standing = await seen(courseId)
    expect(standing.seen.map(one => one.memberId).sort()).toEqual(['m-01', 'm-04'])
    expect(standing.seen.length + standing.begun.length + standing.missing.length).toBe(87)
    const { url } = good(await secretary().calls('course.export', { branchId: 'branch-01' }))
    const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(rows.slice(1).map(row => [row[0], row[4]])).toEqual([
      ['一封信', '0.5'],
      ['一封信', '0.5'],
    ])
  })
})
