import fc from 'fast-check'
import { isQuorate, judgeVote, leastFor, leastPresent, sayVote, type ResolutionKind, type Vote } from '../../../../core/life/records/votes'
import { isProbationary } from '../../../../core/people/public'

const cases: readonly [due: number, present: number, yes: number, no: number, abstain: number, kind: ResolutionKind, vote: Vote][] = [
  // Half of those due may vote; with all of them in favour it is exactly half, and that is not over half.
  [30, 15, 15, 0, 0, 'general', 'rejected'],
  [30, 16, 16, 0, 0, 'general', 'passed'],
  [30, 14, 14, 0, 0, 'general', 'inquorate'],
  [31, 15, 15, 0, 0, 'general', 'inquorate'],
  [31, 16, 16, 0, 0, 'general', 'passed'],
  // Of those who are there a large majority, of those due too few.
  [30, 20, 15, 2, 3, 'general', 'rejected'],
  [30, 20, 16, 4, 0, 'general', 'passed'],
  // To take a person in, more than half must be there.
  [30, 15, 15, 0, 0, 'admission', 'inquorate'],
  [30, 16, 16, 0, 0, 'admission', 'passed'],
  [3, 2, 2, 0, 0, 'admission', 'passed'],
  // More votes than voters.
  [30, 16, 16, 1, 0, 'general', 'miscounted'],
  [0, 0, 0, 0, 0, 'general', 'inquorate'],
]

test.each(cases)('due %i, there %i: %i for, %i against, %i abstain (%s) is %s', (due, present, yes, no, abstain, kind, vote) => {
  expect(judgeVote({ for: yes, against: no, abstain }, { due, present }, kind)).toBe(vote)
})

test('the fewest who must come and agree are exactly where the verdict turns, whatever the size', () => {
  const sizes = fc.record({ due: fc.integer({ min: 1, max: 300 }), kind: fc.constantFrom('general' as const, 'admission' as const) })
  fc.assert(
    fc.property(sizes, ({ due, kind }) => {
      const there = leastPresent({ due }, kind)
      expect(isQuorate({ due, present: there }, kind)).toBe(true)
      expect(isQuorate({ due, present: there - 1 }, kind)).toBe(false)
      const yes = leastFor({ due })
      const all = { due, present: due }
      expect(judgeVote({ for: yes, against: due - yes, abstain: 0 }, all, kind)).toBe('passed')
      expect(judgeVote({ for: yes - 1, against: due - yes, abstain: 0 }, all, kind)).toBe('rejected')
    }),
  )
})

test('fewer who come never make passing easier', () => {
  const meeting = fc.record({ due: fc.integer({ min: 1, max: 200 }), present: fc.nat(200), fewer: fc.nat(200), yes: fc.nat(200) })
  fc.assert(
    fc.property(meeting, ({ due, present, fewer, yes }) => {
      const passes = (there: number) => judgeVote({ for: yes, against: 0, abstain: 0 }, { due, present: there }) === 'passed'
      if (fewer <= present && yes <= fewer && passes(fewer)) expect(passes(present)).toBe(true)
    }),
  )
})

test('both bases and the verdict are said', () => {
  expect(sayVote({ for: 19, against: 1, abstain: 1 }, { due: 30, present: 21 }, 'general', '党员')).toBe(
    '应到会有表决权的党员 30 人，实到 21 人（须到 15 人）；赞成 19 票（须 16 票），反对 1 票，弃权 1 票：通过',
  )
})

test.each([
  ['2025-12-01', '2026-11-30', true],
  ['2025-12-01', '2026-12-01', false],
  // Of a month its first day, of a year its first day: no full member is taken for a probationary one.
  ['2025-12', '2026-12-01', false],
  ['2025', '2026-01-01', false],
  [undefined, '2026-01-01', false],
  ['2026-12-02', '2026-12-01', false],
] as const)('a member taken in on %s is on probation on %s: %s', (joinedPartyOn, on, probationary) => {
  expect(isProbationary(joinedPartyOn === undefined ? {} : { joinedPartyOn }, on, 12)).toBe(probationary)
})
