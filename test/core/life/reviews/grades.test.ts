import fc from 'fast-check'
import {
  addBallots,
  countGrades,
  grades,
  judgeGrades,
  mostExcellent,
  wrongBallots,
  type Graded,
} from '../../../../core/life/reviews/grades'
import { nextReminder, remindOn, reminderToday } from '../../../../core/life/reviews/remedies'
import { isDone, nextStep, stepsOf } from '../../../../core/life/reviews/steps'
import { notTalked, planTalks } from '../../../../core/life/reviews/talks'

const people = Array.from({ length: 40 }, (_, at) => `m-${String(at)}`)
const given = fc.array(fc.record({ memberId: fc.constantFrom(...people, 'a-stranger'), grade: fc.constantFrom(...grades) }), {
  maxLength: 60,
})

test.each([
  [9, 3],
  [10, 3],
  [11, 3],
  [12, 4],
  [2, 0],
  [0, 0],
])('of %i full members %i may be excellent', (full, most) => {
  expect(mostExcellent(full, 3)).toBe(most)
})

test('in whatever order grades are given, never more than a third are excellent, and no one is graded who is not to be', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 6 }), fc.nat(40), (rounds, full) => {
      const gradable = new Set(people.slice(0, full))
      const most = mostExcellent(full, 3)
      let now: Graded[] = []
      for (const some of rounds) {
        const verdict = judgeGrades(now, some, gradable, most)
        if (verdict.refused === undefined) now = verdict.grades
        expect(3 * countGrades(now).excellent).toBeLessThanOrEqual(full)
        expect(now.every(one => gradable.has(one.memberId))).toBe(true)
        expect(new Set(now.map(one => one.memberId)).size).toBe(now.length)
      }
    }),
  )
})

test('ballots on one person are never more than came back, and no one is counted twice', () => {
  const none = { excellent: 0, qualified: 0, basic: 0, unqualified: 0 }
  const counts = [
    { memberId: 'a', ...none, excellent: 6, qualified: 4 },
    { memberId: 'b', ...none, excellent: 6, qualified: 5 },
    { memberId: 'a', ...none },
  ]
  expect(wrongBallots(counts, 10)).toEqual(['b', 'a'])
})

test('talks are planned so that no one is left out, in even shares, and planning again adds nothing', () => {
  const sizes = fc.record({ size: fc.integer({ min: 2, max: 40 }), heads: fc.integer({ min: 1, max: 7 }) })
  fc.assert(
    fc.property(sizes, ({ size, heads }) => {
      const all = people.slice(0, size)
      const leading = all.slice(0, Math.min(heads, size))
      const pairs = planTalks(all, leading, [])
      const talks = pairs.map((memberIds, at) => ({ talkId: String(at), memberIds }))
      if (size > 1)
        expect(
          notTalked(
            all,
            talks.map(one => ({ ...one, on: '2026-12-01' })),
          ),
        ).toEqual([])
      expect(notTalked(all, talks)).toEqual(all)
      expect(planTalks(all, leading, talks)).toEqual([])
      const shares = leading.map(id => pairs.filter(([head, other]) => head === id && !leading.includes(other)).length)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
    }),
  )
})

test('a remedy is spoken of three days before, then once when it is late, and no more when it is done', () => {
  const remedy = { dueOn: '2026-12-20' }
  expect(nextReminder(remedy)).toEqual({ what: 'soon', on: '2026-12-17' })
  expect(nextReminder({ ...remedy, reminded: 'soon' })).toEqual({ what: 'late', on: '2026-12-21' })
  expect(nextReminder({ ...remedy, reminded: 'late' })).toBeNull()
  expect(nextReminder({ ...remedy, doneOn: '2026-12-10' })).toBeNull()
  expect(remindOn([{ ...remedy, reminded: 'soon' }, { dueOn: '2026-12-24' }])).toBe('2026-12-21')
  expect(remindOn([{ ...remedy, doneOn: '2026-12-10' }])).toBeUndefined()
  expect([reminderToday(remedy, '2026-12-16'), reminderToday(remedy, '2026-12-20'), reminderToday(remedy, '2026-12-21')]).toEqual([
    null,
    'soon',
    'late',
  ])
})

test('a meeting without ballots has no grades, and a step is done by what all did or by the secretary’s word', () => {
  expect(stepsOf('org-life')).toEqual(['talks', 'opinions', 'self', 'mutual', 'remedies'])
  expect(isDone({ step: 'self', done: 9, total: 10 })).toBe(false)
  expect(isDone({ step: 'self', done: 9, total: 10, on: '2026-12-01' })).toBe(true)
  expect(isDone({ step: 'opinions', done: 3, total: 0 })).toBe(false)
  expect(nextStep([{ step: 'talks', done: 2, total: 2 }, { step: 'opinions', done: 1, total: 0 }])).toBe('opinions') // prettier-ignore
})

test('ballots from two doors are added person by person, whichever door had them', () => {
  const of = (memberId: string, excellent: number, qualified: number) => ({ memberId, excellent, qualified, basic: 0, unqualified: 0 })
  expect(addBallots([of('m-1', 2, 3)], [of('m-2', 1, 0), of('m-1', 1, 1)])).toEqual([of('m-1', 3, 4), of('m-2', 1, 0)])
  expect(addBallots([], [])).toEqual([])
})
