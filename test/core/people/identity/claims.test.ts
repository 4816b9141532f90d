import fc from 'fast-check'
import { chooseByClaim, guessOf, yearsAround, YEARS, type Candidate, type Claim } from '../../../../core/people/identity/claims'

const elder: Candidate = { candidate: 'a', name: '沈国强', birthYear: 1940, officer: false }
const wife: Candidate = { candidate: 'b', name: '韩秀珍', birthYear: 1941, officer: false }
const namesake: Candidate = { candidate: 'c', name: '沈国强', birthYear: 1950, officer: false }
const undated: Candidate = { candidate: 'd', name: '吕秀', birthYear: undefined, officer: false }
const secretary: Candidate = { candidate: 'e', name: '程建国', birthYear: 1960, officer: true }
const who = { refused: 'PHONE_WHO' }

describe('whose verified number it is', () => {
  test.each<[string, Candidate[], Claim, object]>([
    ['on no roster', [], {}, { refused: 'PHONE_UNKNOWN' }],
    ['one person’s, who says nothing', [elder], {}, who],
    ['one person’s, with their name', [elder], { name: ' 沈 国强' }, { found: elder }],
    ['one person’s, with another name', [elder], { name: '李四' }, who],
    ['one person’s, by the year', [elder], { birthYear: 1940 }, { found: elder }],
    ['one person’s, by another year', [elder], { birthYear: 1941 }, who],
    ['a right name with a wrong year', [elder], { name: '沈国强', birthYear: 1941 }, who],
    ['a couple’s, by the year of one', [elder, wife], { birthYear: 1941 }, { found: wife }],
    ['a couple’s, with the year of the other', [elder, wife], { birthYear: 1940, candidate: 'b' }, who],
    ['of two with one name', [elder, namesake], { name: '沈国强' }, who],
    ['of two with one name, by name and year', [elder, namesake], { name: '沈国强', birthYear: 1950 }, { found: namesake }],
    ['of one whose birthday is not known', [undated], { birthYear: 1940 }, who],
    ['an officer’s, with the right name', [secretary], { name: '程建国' }, { refused: 'OFFICE_NEEDS_INVITE' }],
    ['an officer’s and his wife’s, with his name', [secretary, wife], { name: '程建国' }, { refused: 'OFFICE_NEEDS_INVITE' }],
    ['an officer’s and his wife’s, by his year', [secretary, wife], { birthYear: 1960 }, who],
  ])('%s', (_, candidates, claim, verdict) => {
    expect(chooseByClaim(candidates, claim)).toEqual(verdict)
  })
})

test('six years, near, in order, all different, with the right one anywhere among them', () => {
  const places = new Set<number>()
  fc.assert(
    fc.property(fc.integer({ min: 1920, max: 2000 }), fc.infiniteStream(fc.nat(1000)), (right, numbers) => {
      const below = (count: number) => Number(numbers.next().value) % count
      const years = yearsAround(right, below)
      expect(years).toHaveLength(YEARS)
      expect(new Set(years).size).toBe(YEARS)
      expect([...years].sort((one, other) => one - other)).toEqual(years)
      expect(Math.abs((years[0] ?? 0) - (years.at(-1) ?? 0))).toBeLessThanOrEqual(15)
      places.add(years.indexOf(right))
    }),
    { numRuns: 300 },
  )
  expect([...places].sort()).toEqual([0, 1, 2, 3, 4, 5])
})

test('a guess is the same however the name is written', () => {
  expect(guessOf({ name: '沈 国强' })).toBe(guessOf({ name: '沈国强' }))
  expect(guessOf({ birthYear: 1940, candidate: 'a' })).not.toBe(guessOf({ birthYear: 1940, candidate: 'b' }))
})
