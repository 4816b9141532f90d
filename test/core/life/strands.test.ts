import fc from 'fast-check'
import { activityKinds } from '../../../core/life/activities/contract'
import { isStrand, strands, usualStrand } from '../../../core/life/strands/kinds'
import { countStrands, strandsTogether } from '../../../core/life/strands/rules'

const activity = fc.record({
  strand: fc.option(fc.constantFrom(...strands), { nil: undefined }),
  state: fc.constantFrom('published' as const, 'cancelled' as const),
  startsAt: fc.nat(1000),
})

test('only what took place counts, each once', () => {
  fc.assert(
    fc.property(fc.array(activity), fc.nat(1000), (activities, now) => {
      const held = activities.filter(one => one.strand !== undefined && one.state === 'published' && one.startsAt <= now)
      expect(strandsTogether(countStrands(activities, now))).toBe(held.length)
    }),
  )
})

test.each([
  ['briefing', 'in'],
  ['visit', 'out'],
  ['interest', 'move'],
  ['general-meeting', undefined],
] as const)('a %s belongs to %s until it is said otherwise', (kind, strand) => expect(usualStrand(kind)).toBe(strand))

test('a word of another version is no strand', () => {
  expect([...strands, ''].map(isStrand)).toEqual([true, true, true, false])
  expect(activityKinds.flatMap(kind => usualStrand(kind) ?? []).every(isStrand)).toBe(true)
})
