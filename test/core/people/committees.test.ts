import * as fc from 'fast-check'
import { committeePosts, isLeading, singlePosts, type CommitteePost } from '../../../core/people/committees/posts'
import {
  committeeRules,
  committeeState,
  inOrder,
  judgeSeats,
  latestEnd,
  officesOf,
  remindFrom,
  requiredOf,
  termEnd,
  type Proposed,
} from '../../../core/people/committees/rules'
import { nextStep, stepsOf } from '../../../core/people/committees/steps'
import { bookOf } from '../../../core/people/regulations/rules'

const book = bookOf([], [])
const rules = committeeRules(book, '2026-11-21', 'established')
const here = (...ids: string[]) => ids.map(memberId => ({ memberId, inService: false, affiliate: false }))
const seats = (...held: [string, CommitteePost][]): Proposed[] => held.map(([memberId, post]) => ({ memberId, post }))
const five = seats(['a', 'secretary'], ['b', 'deputy'], ['c', 'organization'], ['d', 'publicity'], ['e', 'discipline'])
const committee = (held: Proposed[], termEnds = '2029-03-01') => ({
  seats: held,
  heldOn: '2026-03-01',
  termYears: 3,
  termEnds,
  postponed: false,
})

test.each([
  ['2026-11-21', 3, '2029-11-21'],
  ['2024-02-29', 3, '2027-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2023-12-31', 5, '2028-12-31'],
])('a term from %s of %i years is over on %s', (heldOn, years, end) => expect(termEnd(heldOn, years)).toBe(end))

test.each([
  ['established', 3, true],
  ['community', 5, true],
  ['joint', 3, true],
  ['temporary', 3, false],
] as const)('a %s branch elects for %i years: %s', (kind, years, elects) => {
  const held = committeeRules(book, '2026-11-21', kind)
  expect([held.term.value, held.elects]).toEqual([years, elects])
  expect(held.term.document).not.toBe('')
})

test('a bureau’s own number holds from its day, and only then', () => {
  const own = bookOf(
    [{ key: 'committee.term-years', value: 4, from: '2027-01-01', document: '区委组织部通知', orgId: 'district' }],
    ['district'],
  )
  expect(committeeRules(own, '2026-12-31', 'established').term.value).toBe(3)
  expect(committeeRules(own, '2027-01-01', 'established').term).toMatchObject({ value: 4, document: '区委组织部通知' })
})

test('from seven full members a branch has a committee of three to seven; below, a secretary with a deputy at most', () => {
  expect(requiredOf(6, rules)).toEqual({ committee: false, min: 1, max: 2 })
  expect(requiredOf(7, rules)).toEqual({ committee: true, min: 3, max: 7 })
})

test('reminding begins six months ahead; a term may be put off by a year from its own end', () => {
  expect(remindFrom('2029-08-31', rules)).toBe('2029-02-28')
  expect(latestEnd({ heldOn: '2024-02-29', termYears: 3 }, rules)).toBe('2028-02-28')
})

test('a committee is complete with its secretary and enough people; what lacks is said', () => {
  const of = (held: Proposed[], ids: string[], today = '2026-11-21', full = 20) =>
    committeeState(committee(held), { full, here: here(...ids) }, rules, today)
  expect(of(five, ['a', 'b', 'c', 'd', 'e'])).toMatchObject({ complete: true, expired: false, size: 5, vacancies: [], warnings: [] })
  expect(of(five.slice(0, 2), ['a', 'b'])).toMatchObject({ complete: false })
  expect(of(five.slice(0, 2), ['a', 'b']).warnings).toEqual(['too-few', 'no-organization', 'no-publicity', 'no-discipline'])
  // The secretary died: the post is vacant, and the committee is not complete though there are enough people.
  expect(of(five, ['b', 'c', 'd', 'e'])).toMatchObject({ complete: false, vacancies: ['secretary'], warnings: ['no-secretary', 'vacancy'] })
  expect(of(five, ['a', 'b', 'c', 'd', 'e'], '2029-03-02')).toMatchObject({ expired: true, warnings: ['expired'] })
  expect(of(five, ['a', 'b', 'c', 'd', 'e'], '2029-03-01')).toMatchObject({ expired: false, warnings: ['expiring'] })
  // A small branch needs no committee.
  expect(of(seats(['a', 'secretary']), ['a'], '2026-11-21', 5)).toMatchObject({ complete: true, warnings: [] })
  expect(committeeState(null, { full: 20, here: [] }, rules, '2026-11-21')).toMatchObject({ complete: false, warnings: ['none'] })
})

test('an in-service holder and one who belongs elsewhere are told of; so is a term beyond the rule', () => {
  const people = { full: 20, here: [...here('a', 'b'), { memberId: 'c', inService: true, affiliate: true }] }
  const held = { ...committee(seats(['a', 'secretary'], ['a', 'discipline'], ['b', 'organization'], ['c', 'publicity'])), termYears: 5 }
  expect(committeeState(held, people, rules, '2026-11-21')).toMatchObject({
    size: 3,
    complete: true,
    warnings: ['in-service', 'affiliate', 'term-beyond-rule'],
  })
})

test.each([
  ['two secretaries', seats(['a', 'secretary'], ['b', 'secretary']), 'COMMITTEE_POST_TWICE'],
  ['one person secretary and deputy', seats(['a', 'secretary'], ['a', 'deputy']), 'COMMITTEE_POST_TWICE'],
  ['no head', seats(['a', 'organization'], ['b', 'publicity']), 'COMMITTEE_WITHOUT_HEAD'],
  ['eight people', [...five, ...seats(['f', 'study'], ['g', 'life'], ['h', 'study'])], 'COMMITTEE_TOO_LARGE'],
])('%s: refused', (_, held, code) => expect(judgeSeats(held, { max: 7 })?.refused).toBe(code))

test('one person holds several posts, and 学习委员 may be several people', () => {
  expect(judgeSeats(seats(['a', 'secretary'], ['a', 'organization'], ['b', 'study'], ['c', 'study']), { max: 7 })).toBeNull()
})

const anySeats = fc.array(
  fc.record({ memberId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'), post: fc.constantFrom(...committeePosts) }),
  {
    maxLength: 14,
  },
)

test('what is let through has each single post once, a head, and never more people than allowed', () => {
  fc.assert(
    fc.property(anySeats, held => {
      const once = inOrder(held)
      if (judgeSeats(once, { max: 7 }) !== null) return
      for (const post of singlePosts) expect(once.filter(one => one.post === post).length).toBeLessThanOrEqual(1)
      expect(once.some(one => isLeading(one.post))).toBe(true)
      expect(new Set(once.map(one => one.memberId)).size).toBeLessThanOrEqual(7)
    }),
  )
})

test('an office is there for living holders of a leading post alone, each once', () => {
  fc.assert(
    fc.property(anySeats, fc.subarray(['a', 'b', 'c', 'd', 'e']), (held, living) => {
      if (judgeSeats(inOrder(held), { max: 7 }) !== null) return
      const offices = officesOf(inOrder(held), here(...living)).map(one => one.memberId)
      expect(new Set(offices).size).toBe(offices.length)
      for (const id of living) expect(offices.includes(id)).toBe(held.some(one => one.memberId === id && isLeading(one.post)))
      for (const id of offices) expect(living).toContain(id)
    }),
  )
})

test('complete and the warnings never contradict one another', () => {
  fc.assert(
    fc.property(anySeats, fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']), fc.nat(30), (held, living, full) => {
      const { complete, warnings, size, required } = committeeState(committee(held), { full, here: here(...living) }, rules, '2026-11-21')
      expect(complete).toBe(!warnings.some(one => one === 'no-secretary' || one === 'too-few' || one === 'too-many'))
      if (complete) expect(size >= required.min && size <= required.max).toBe(true)
    }),
  )
})

test('the steps of an election come in their order; a by-election has no first meeting', () => {
  expect(nextStep({ kind: 'term', done: [] })).toBe('decide')
  expect(nextStep({ kind: 'term', done: [{ step: 'request' }] })).toBe('decide')
  expect(stepsOf('by-election')).not.toContain('first')
  expect(nextStep({ kind: 'by-election', done: stepsOf('by-election').map(step => ({ step, on: '2026-11-01' })) })).toBeUndefined()
})
