import fc from 'fast-check'
import { bookOf } from '../../../core/people/regulations/rules'
import { judgeBallot, namesIn, tally, wrongCounts, type Ballot } from '../../../core/voice/elections/ballots'
import { candidatesNeeded, electionNumbers, isQuorate, leastPresent, leastVotes, passes } from '../../../core/voice/elections/numbers'
import { neededAgain, outcomeOf, outcomes } from '../../../core/voice/elections/outcome'
import { proposedReason, rollOf } from '../../../core/voice/elections/roll'
import { lacking } from '../../../core/voice/elections/steps'

const numbers = electionNumbers(bookOf([], []), '2026-11-21', 'established')
const votes = (...each: [string, number][]) => each.map(([memberId, count]) => ({ memberId, votes: count }))

test('the numbers come from the rule set, and a bureau may set others from a day on', () => {
  expect(numbers).toEqual({
    ...{ morePercent: 20, presentPercent: 80, electedPercent: 50 },
    document: '中国共产党基层组织选举工作条例',
  })
  const own = { key: 'election.more-percent', orgId: 'o', value: 50, from: '2027-01-01', document: '某省实施办法' } as const
  const book = bookOf([own], ['o'])
  expect(electionNumbers(book, '2026-12-31', undefined).morePercent).toBe(20)
  expect(electionNumbers(book, '2027-01-01', undefined).morePercent).toBe(50)
})

test.each([
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [6, 8],
  [7, 9],
  [10, 12],
])('%i seats need %i candidates', (seats, needed) => expect(candidatesNeeded(seats, numbers)).toBe(needed))

test.each([
  [10, 8, true],
  [10, 7, false],
  [5, 4, true],
  [77, 62, true],
  [77, 61, false],
  [6, 4, false],
  [6, 5, true],
  [1, 1, true],
  [0, 0, false],
])('of %i due %i are there: %p', (due, present, quorate) => {
  expect(isQuorate({ due, present }, numbers)).toBe(quorate)
  if (due > 0) expect(present >= leastPresent(due, numbers)).toBe(quorate)
})

test.each([
  [5, 10, false],
  [6, 10, true],
  [6, 11, true],
  [5, 11, false],
  [0, 0, false],
])('%i votes of %i elect: %p; exactly half does not', (count, base, elected) => {
  expect(passes(count, base, numbers)).toBe(elected)
  expect(count >= leastVotes(base, numbers)).toBe(elected)
})

const none = { excused: [], barred: [], agreed: { above: true, meeting: true } }
test.each([
  ['all came', ['a', 'b', 'c'], none, ['a', 'b', 'c'], 3],
  ['who is absent still counts', ['a', 'b'], none, ['a', 'b', 'c'], 2],
  ['who is excused does not, once above and meeting agreed', ['a', 'b'], { ...none, excused: ['c'] }, ['a', 'b'], 2],
  ['agreed above alone is not enough', ['a'], { ...none, excused: ['c'], agreed: { above: true, meeting: false } }, ['a', 'b', 'c'], 1],
  [
    'agreed by the meeting alone is not enough',
    ['a'],
    { ...none, excused: ['c'], agreed: { above: false, meeting: true } },
    ['a', 'b', 'c'],
    1,
  ],
  ['who is excused and comes is due, and votes', ['a', 'c'], { ...none, excused: ['c'] }, ['a', 'b', 'c'], 2],
  ['who is barred has no vote, though present', ['a', 'b'], { ...none, barred: ['b'] }, ['a', 'c'], 1],
  ['a guest who came has none', ['a', 'x'], none, ['a', 'b', 'c'], 1],
])('%s', (_what, came, terms, due, present) => {
  const roll = rollOf(['a', 'b', 'c'], new Set(came), terms)
  expect(roll.dueIds).toEqual(due)
  expect(roll.presentIds).toHaveLength(present)
})

test('the roster only suggests a reason', () => {
  expect(proposedReason({ care: ['bedridden'], away: false })).toBe('frail')
  expect(proposedReason({ care: ['alone'], away: true })).toBe('home')
  expect(proposedReason({ care: ['alone'], away: false })).toBeUndefined()
})

const ballot = (marks: string, ...writeIns: string[]): Ballot => ({
  marks: Array.from(marks, one => (one === '○' ? 'for' : one === '×' ? 'against' : 'abstain')),
  writeIns,
})
test.each<[string, Ballot, number, ReturnType<typeof judgeBallot>]>([
  ['as many as seats', ballot('○○○×'), 3, null],
  ['fewer', ballot('○---'), 3, null],
  ['blank', ballot('----'), 3, null],
  ['more than seats', ballot('○○○○'), 3, 'too-many-names'],
  ['one written in for one disapproved', ballot('○○×-', '李四'), 3, null],
  ['written in by one who only abstains', ballot('○○--', '李四'), 3, 'write-in-unfounded'],
  ['two written in for one disapproved', ballot('○-×-', '李四', '王五'), 3, 'write-in-unfounded'],
  ['with the written in more than seats', ballot('○○○×', '李四'), 3, 'too-many-names'],
  ['one name twice', ballot('○××-', '李四', '李四'), 3, 'write-in-unfounded'],
])('a ballot: %s', (_what, one, seats, verdict) => expect(judgeBallot(one, seats)).toBe(verdict))

test('names are read as people write them', () => expect(namesIn(' 李四、王五，赵六 孙七')).toEqual(['李四', '王五', '赵六', '孙七']))

test.each<[string, [string, number][], number, string[], unknown]>([
  ['over half of ten are six', [['a', 6], ['b', 5]], 2, ['a'], { kind: 'further', seats: 1, candidateIds: ['b'] }],
  ['more pass than seats: by votes', [['a', 7], ['b', 9], ['c', 8], ['d', 6]], 3, ['b', 'c', 'a'], undefined],
  ['a tie at the cut is voted on once more among the tied', [['a', 9], ['b', 7], ['c', 7], ['d', 6]], 2, ['a'], { kind: 'tie', seats: 1, candidateIds: ['b', 'c'] }],
  ['a tie above the cut decides nothing', [['a', 8], ['b', 8], ['c', 6]], 2, ['a', 'b'], undefined],
  ['a tie of all', [['a', 8], ['b', 8], ['c', 8]], 2, [], { kind: 'tie', seats: 2, candidateIds: ['a', 'b', 'c'] }],
  ['a tie under the half elects no member', [['a', 5], ['b', 5], ['c', 1]], 1, [], { kind: 'further', seats: 1, candidateIds: ['a', 'b'] }],
  ['who was written in is elected like any', [['a', 7], ['b', 2], ['w', 8]], 2, ['w', 'a'], undefined],
])('of ten: %s', (_what, each, seats, elected, rerun) => {
  const outcome = outcomeOf(votes(...each), seats, 10, numbers)
  expect(outcome.elected).toEqual(elected)
  expect(outcome.rerun).toEqual(rerun)
}) // prettier-ignore

test('both bases are told, and that they differ', () => {
  const standings = votes(['a', 46], ['b', 41], ['c', 20])
  const roll = { due: 88, present: 80 }
  const byPresent = outcomes(standings, 2, roll, 'present', numbers)
  expect(byPresent).toMatchObject({ elected: ['a', 'b'], byDue: ['a'], byPresent: ['a', 'b'], differs: true })
  expect(byPresent.rerun).toBeUndefined()
  expect(outcomes(standings, 2, roll, 'due', numbers)).toMatchObject({ elected: ['a'], rerun: { kind: 'further', seats: 1 } })
})

test('a further vote has as many candidates as the rules ask, a tie the tied alone', () => {
  expect(neededAgain({ kind: 'further', seats: 2, candidateIds: ['a', 'b', 'c', 'd'] }, numbers)).toBe(3)
  expect(neededAgain({ kind: 'further', seats: 2, candidateIds: ['a', 'b'] }, numbers)).toBe(2)
  expect(neededAgain({ kind: 'tie', seats: 1, candidateIds: ['a', 'b'] }, numbers)).toBe(2)
})

test.each<[string, Parameters<typeof wrongCounts>[0], string[] | null]>([
  ['fits', { returned: 10, invalid: 1, counts: { a: 9, b: 4 }, against: { a: 0, b: 3 }, abstain: { a: 0, b: 2 } }, null],
  ['approvals alone fit', { returned: 10, invalid: 0, counts: { a: 9, b: 4 } }, null],
  ['more votes than ballots', { returned: 10, invalid: 2, counts: { a: 9, b: 1 } }, ['a']],
  ['the three do not make the ballots', { returned: 10, invalid: 0, counts: { a: 9, b: 4 }, against: { a: 1, b: 3 }, abstain: { a: 0, b: 2 } }, ['b']],
  ['more names than seats on so many ballots', { returned: 10, invalid: 0, counts: { a: 10, b: 10, w: 1 } }, ['a', 'b', 'w']],
  ['more written in than disapproved of', { returned: 10, invalid: 0, counts: { a: 9, b: 1, w: 2 }, against: { a: 1, b: 0 }, abstain: { a: 0, b: 9 } }, ['w']],
  ['more void than returned', { returned: 1, invalid: 2, counts: {} }, []],
])('the count of the tellers: %s', (_what, paper, wrong) => {
  expect(wrongCounts(paper, ['a', 'b'], 2)).toEqual(wrong)
}) // prettier-ignore

test('tellers are named and passed, and the method is, before ballots are given out', () => {
  const bare = { excused: [], watchers: [], counters: [], agreed: [] }
  expect(lacking(bare)).toEqual(['name-tellers', 'method', 'tellers'])
  expect(lacking({ ...bare, watchers: [1], counters: [1], agreed: [{ step: 'method' }, { step: 'tellers' }] })).toEqual([])
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const someBallot = fc.record({
  marks: fc.array(fc.constantFrom('for', 'against', 'abstain' as const), { minLength: ids.length, maxLength: ids.length }),
  writeIns: fc.uniqueArray(fc.constantFrom('李四', '王五', '赵六'), { maxLength: 3 }),
})

test('whatever is on the ballots: sums agree, no more are elected than seats, and each of them by more than half', () => {
  fc.assert(
    fc.property(fc.array(someBallot, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), fc.nat({ max: 10 }), (cast, seats, absent) => {
      const counted = tally(cast, ids, seats)
      const valid = counted.returned - counted.invalid
      expect(counted.returned).toBe(cast.length)
      for (const one of counted.candidates) expect(one.for + one.against + one.abstain).toBe(valid)
      const all = [...counted.candidates.map(one => one.for), ...counted.writeIns.map(one => one.votes)].reduce((sum, one) => sum + one, 0)
      expect(all).toBeLessThanOrEqual(seats * valid)
      const pairs = (mark: 'for' | 'against' | 'abstain') => Object.fromEntries(counted.candidates.map(one => [one.memberId, one[mark]]))
      const written = Object.fromEntries(counted.writeIns.map(one => [one.name, one.votes]))
      const paper = { returned: counted.returned, invalid: counted.invalid, counts: { ...pairs('for'), ...written } }
      expect(wrongCounts({ ...paper, against: pairs('against'), abstain: pairs('abstain') }, ids, seats)).toBeNull()
      expect(wrongCounts(paper, ids, seats)).toBeNull()

      const standings = [
        ...counted.candidates.map(one => ({ memberId: one.memberId, votes: one.for })),
        ...counted.writeIns.map(one => ({ memberId: one.name, votes: one.votes })),
      ]
      const roll = { due: cast.length + absent, present: cast.length }
      const both = outcomes(standings, seats, roll, 'due', numbers)
      const of = (id: string) => standings.find(one => one.memberId === id)?.votes ?? 0
      for (const id of both.byDue) expect(2 * of(id)).toBeGreaterThan(roll.due)
      for (const id of both.byPresent) expect(2 * of(id)).toBeGreaterThan(roll.present)
      expect(both.elected.length + (both.rerun?.seats ?? 0)).toBe(seats)
      const lowest = Math.min(...both.elected.map(of))
      for (const one of standings)
        if (!both.elected.includes(one.memberId) && 2 * one.votes > roll.due && both.elected.length > 0)
          expect(one.votes).toBeLessThanOrEqual(lowest)
    }),
  )
})
