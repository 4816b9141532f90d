import fc from 'fast-check'
import { alikeOf, isAlike, MOST_ALIKE, placeOf, sayAlike, sizesLike, type Traits } from '../../../core/assessment/rounds/alike'
import { branchKinds } from '../../../core/people/public'

const own: Traits = { kind: 'established', elders: 40, over80: 10 }

test.each([
  // As large, as old, of one kind.
  [{}, true],
  [{ elders: 60, over80: 15 }, true],
  [{ elders: 61, over80: 15 }, false],
  [{ elders: 27, over80: 7 }, true],
  [{ elders: 26, over80: 7 }, false],
  // 25 % are over 80: from 10 to 40 is alike.
  [{ over80: 4 }, true],
  [{ over80: 3 }, false],
  [{ over80: 16 }, true],
  [{ over80: 17 }, false],
  [{ kind: 'joint' }, false],
  [{ elders: 0, over80: 0 }, false],
] as const)('a branch of 40 elders, 10 over 80, and one with %j: %p', (more, alike) => {
  expect(isAlike(own, { ...own, ...more })).toBe(alike)
})

test.each([
  [3, { from: 1, to: 8 }],
  [12, { from: 7, to: 18 }],
  [40, { from: 27, to: 60 }],
  [1, { from: 1, to: 6 }],
])('about as large as %d is %j', (elders, sizes) => {
  expect(sizesLike(elders)).toEqual(sizes)
})

test('it is said why they are alike', () => {
  expect(sayAlike(own)).toBe('都是建制支部，老同志 27–60 人（本支部 40 人），80 岁以上占 10%–40%（本支部 25%）')
})

const traits = fc
  .record({
    kind: fc.constantFrom(...branchKinds),
    elders: fc.integer({ min: 0, max: 300 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }) // prettier-ignore
  .map(({ kind, elders, share }): Traits => ({ kind, elders, over80: Math.floor(share * elders) }))

test('no branch is like itself or like one of another kind, the most alike come first, and none beyond the places that are looked at is missed', () => {
  fc.assert(
    fc.property(traits, fc.array(traits, { maxLength: 40 }), (one, others) => {
      const rows = others.map((each, at) => ({ _id: `b-${String(at)}`, ...each }))
      const mine = { _id: 'own', ...one }
      const found = alikeOf(mine, [...rows, mine])
      expect(found.length).toBeLessThanOrEqual(MOST_ALIKE)
      expect(found.every(each => each._id !== 'own' && each.kind === one.kind)).toBe(true)
      const { from, to } = sizesLike(one.elders)
      const [bottom, top] = [placeOf({ kind: one.kind, elders: from }), placeOf({ kind: one.kind, elders: to })]
      for (const each of rows.filter(other => isAlike(one, other))) {
        expect(placeOf(each)).toBeGreaterThanOrEqual(bottom)
        expect(placeOf(each)).toBeLessThanOrEqual(top)
      }
      // Exactly like it comes first.
      if (one.elders > 0) expect(alikeOf(mine, [...rows, { _id: '!', ...one }])[0]?._id).toBe('!')
    }),
  )
})
