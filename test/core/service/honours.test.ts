import * as fc from 'fast-check'
import { milestones, openMilestone, reached, samenessOf } from '../../../core/service/honours/rules'

const minutes = fc.integer({ min: 0, max: 2000 * 60 })
const answers = fc.subarray([...milestones])

test('what was reached grows with the hours, and what waits for a word is reached and has none yet', () => {
  fc.assert(
    fc.property(minutes, minutes, answers, (some, more, answered) => {
      expect(reached(some + more)).toEqual(expect.arrayContaining(reached(some)))
      const open = openMilestone(some, answered)
      if (open === 0) return
      expect(open * 60).toBeLessThanOrEqual(some)
      expect(answered.every(one => one < open)).toBe(true)
    }),
  )
})

test.each([
  [99 * 60 + 59, [], 0],
  [100 * 60, [], 100],
  [650 * 60, [100], 600],
  [650 * 60, [600], 0],
  [650 * 60, [1000], 0],
])('%d minutes with answers %j wait at %d', (some, answered, open) => expect(openMilestone(some, answered)).toBe(open))

test('two grants are one where organization, person, title and day are the same', () => {
  const one = { orgId: 'branch-01', memberId: 'm-03', title: '服务明星', on: '2026-11-20' }
  expect(samenessOf(one)).toBe(samenessOf({ ...one }))
  for (const other of [{ orgId: 'changqing' }, { memberId: 'm-04' }, { title: '文明督导' }, { on: '2026-11-21' }])
    expect(samenessOf({ ...one, ...other })).not.toBe(samenessOf(one))
})
