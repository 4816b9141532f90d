import fc from 'fast-check'
import { awardFor } from '../../../core/assessment/awards/rules'
import { percent } from '../../../core/assessment/evidence/measures'
import {
  bandOf,
  countedOf,
  earned,
  isApart,
  judgedOf,
  liftsOf,
  type Mark,
  scoreOf,
  shareOf,
  spreadOf,
  stateOf,
} from '../../../core/assessment/evidence/score'
import { addHeat, heatOf, levelOf, noHeat, rankOf, ranksOf, stageOf } from '../../../core/assessment/rounds/rules'
import { numbered, type Standard } from '../../../core/assessment/templates/standards'
import { instantOf } from '../../../core/shared/calendar'

const half = (most: number) => fc.integer({ min: 0, max: 2 * most }).map(n => n / 2)
const points = fc.integer({ min: 1, max: 40 }).map(n => n / 2)
const asked = fc.record({
  atLeast: fc.integer({ min: 0, max: 100 }),
  halfAt: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  lose: fc.option(fc.integer({ min: 1, max: 8 }).map(n => n / 2), { nil: undefined }), // prettier-ignore
})

test.each([
  // All from the threshold on; half from the half one on; else none.
  [6, { atLeast: 100, halfAt: 80 }, 100, 6],
  [6, { atLeast: 100, halfAt: 80 }, 99.9, 3],
  [6, { atLeast: 100, halfAt: 80 }, 79, 0],
  // Half of an uneven rule is rounded down to halves.
  [3.5, { atLeast: 10, halfAt: 5 }, 5, 1.5],
  [5, { atLeast: 1 }, 0, 0],
  // 少开1次扣0.5分, never below nothing.
  [6, { atLeast: 12, lose: 0.5 }, 10, 5],
  [2, { atLeast: 12, lose: 0.5 }, 3, 0],
  // Not to be seen is not judged.
  [6, { atLeast: 100 }, null, null],
] as const)('a rule of %d points with %j is worth at %p: %p', (most, how, value, worth) => {
  expect(earned(most, how, value)).toBe(worth)
})

test('points lie between none and all, go by halves, and never fall as the figure rises', () => {
  fc.assert(
    fc.property(points, asked, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 40 }), (most, how, value, more) => {
      const [less, greater] = [earned(most, how, value) ?? -1, earned(most, how, value + more) ?? -1]
      expect(less).toBeGreaterThanOrEqual(0)
      expect(greater).toBeLessThanOrEqual(most)
      expect(Number.isInteger(less * 2)).toBe(true)
      expect(greater).toBeGreaterThanOrEqual(less)
    }),
  )
})

const rule = fc.tuple(points, fc.option(half(20), { nil: null })).map(([most, counted]) => ({ points: most, counted: counted === null ? null : Math.min(most, counted) })) // prettier-ignore

test('the sum of the rules is the score, and what is not judged lowers nothing', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 40 }), points, (rules, most) => {
      const score = scoreOf(rules)
      expect(score.score).toBe(rules.reduce((sum, one) => sum + (one.counted ?? 0), 0))
      expect(score.total).toBe(rules.reduce((sum, one) => sum + one.points, 0))
      expect(score.score).toBeLessThanOrEqual(score.of)
      expect(score.of).toBeLessThanOrEqual(score.total)
      const more = scoreOf([...rules, { points: most, counted: null }])
      expect([more.score, more.of, shareOf(more)]).toEqual([score.score, score.of, shareOf(score)])
    }),
  )
})

const mark = fc.record({ points: half(5), panel: fc.boolean() })

test('a judge’s word stands before the figure, the panel’s before the others’; taken back, the figure counts again', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 6 }), fc.option(half(5), { nil: null }), (marks, computed) => {
      const heard = marks.some(one => one.panel) ? marks.filter(one => one.panel) : marks
      const spread = spreadOf(marks)
      if (heard.length === 0) {
        expect([judgedOf(marks), spread, countedOf(computed, marks)]).toEqual([null, null, computed])
        return
      }
      const judged = judgedOf(marks) ?? -1
      expect(countedOf(computed, marks)).toBe(judged)
      expect(judged).toBeGreaterThanOrEqual(spread?.low ?? 99)
      expect(judged).toBeLessThanOrEqual(spread?.high ?? -1)
      expect(spread?.judges).toBe(heard.length)
    }),
  )
  const say = (said: number, panel: boolean): Mark => ({ points: said, panel })
  expect(judgedOf([say(1, false), say(5, true)])).toBe(5)
  expect(judgedOf([say(4, true), say(5, true), say(5, true)])).toBe(4.5)
  expect(isApart(spreadOf([say(1, true), say(5, true)]), 6)).toBe(true)
  expect(isApart(spreadOf([say(4, true), say(5, true)]), 6)).toBe(false)
})

test('a branch is with the first, the middle or the last only where enough of it is judged', () => {
  expect(bandOf({ score: 90, of: 100, total: 100 })).toBe('first')
  expect(bandOf({ score: 89.5, of: 100, total: 100 })).toBe('middle')
  expect(bandOf({ score: 69, of: 100, total: 100 })).toBe('last')
  expect(bandOf({ score: 59, of: 59, total: 100 })).toBe('open')
  expect(bandOf({ score: 0, of: 0, total: 100 })).toBe('open')
  fc.assert(
    fc.property(half(50), half(50), half(50), (one, other, third) => {
      const [score = 0, of = 0, total = 0] = [one, other, third].sort((a, b) => a - b)
      const { gte, lt } = ranksOf[bandOf({ score, of, total })]
      const rank = rankOf({ score, of, total })
      expect(rank >= gte && rank < lt).toBe(true)
    }),
  )
})

test('what would lift a branch most comes first, and adds up', () => {
  const rules = [
    { id: 'full', points: 6, counted: 6 },
    { id: 'none', points: 4, counted: 0 },
    { id: 'unknown', points: 20, counted: null },
    { id: 'half', points: 10, counted: 5 },
    { id: 'little', points: 2, counted: 0 },
    { id: 'least', points: 1, counted: 0.5 },
  ]
  const lifts = liftsOf(rules)
  expect(lifts.rules.map(one => one.id)).toEqual(['half', 'none', 'little'])
  expect(lifts.gain).toBe(11)
})

const standards: Standard[] = [
  { name: '甲', rules: [{ ruleId: 'r1', text: '', points: 6, evidence: { source: 's', measure: 'm', atLeast: 10 } }] },
  { name: '乙', rules: [{ ruleId: 'r2', text: '', points: 4 }] },
]

test('the map of two branches is the sum of their sheets', () => {
  const one = heatOf(standards, { evidence: { r1: { value: 10 } }, marks: [] })
  const other = heatOf(standards, { evidence: {}, marks: [{ ruleId: 'r2', points: 3, panel: true }] })
  expect(one).toMatchObject({
    branches: 1,
    score: 6,
    of: 6,
    total: 10,
    standards: [
      { score: 6, of: 6 },
      { score: 0, of: 0, total: 4 },
    ],
  })
  expect(other).toMatchObject({ score: 3, of: 4, bands: { open: 1 } })
  const both = addHeat(addHeat(noHeat, one), other)
  expect(both).toEqual(addHeat(other, one))
  expect(both).toMatchObject({ branches: 2, score: 9, of: 10, total: 20, bands: { first: 1, middle: 0, last: 0, open: 1 } })
  expect([levelOf({ score: 0, of: 0 }), levelOf({ score: 10, of: 10 }), levelOf({ score: 6, of: 10 }), levelOf({ score: 1, of: 10 })]).toEqual(['none', 'full', 'fair', 'poor']) // prettier-ignore
})

const told = fc.record({
  evidence: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  marks: fc.array(fc.record({ ruleId: fc.constantFrom('r1', 'r2'), points: half(4), panel: fc.boolean() }), { maxLength: 4 }),
})
const saidOf = ({ evidence, marks }: { evidence?: number | undefined; marks: readonly (Mark & { ruleId: string })[] }) => ({
  evidence: evidence === undefined ? {} : { r1: { value: evidence } },
  marks,
})

test('a score does not change unless a figure or a mark did, and of a rule that is not seen it is never lowered', () => {
  fc.assert(
    fc.property(told, told, fc.integer({ min: 0, max: 20 }), (one, other, value) => {
      const [first, second] = [heatOf(standards, saidOf(one)), heatOf(standards, saidOf(other))]
      // What two sheets say alike comes to the same; a different score comes from a rule of which they say something else.
      expect(heatOf(standards, structuredClone(saidOf(one)))).toEqual(first)
      const differ = (ruleId: string) =>
        JSON.stringify([saidOf(one).evidence, one.marks.filter(each => each.ruleId === ruleId)]) !==
        JSON.stringify([saidOf(other).evidence, other.marks.filter(each => each.ruleId === ruleId)])
      standards.forEach(({ rules }, at) => {
        if (!rules.some(each => differ(each.ruleId))) expect(second.standards[at]).toEqual(first.standards[at])
      })
      // The judges of the other rule do not move the first one's points.
      const [only] = heatOf(standards, saidOf({ ...one, marks: one.marks.filter(each => each.ruleId === 'r1') })).standards
      expect(first.standards[0]).toEqual(only)
      // Not seen, it takes no points and no share: seen, both grow together.
      const [without, seen] = [saidOf({ ...one, evidence: undefined }), saidOf({ ...one, evidence: value })].map(each => heatOf(standards, each)) // prettier-ignore
      expect(without?.score).toBeLessThanOrEqual((seen?.score ?? 0) + (seen?.of ?? 0))
      expect(without?.of).toBeLessThanOrEqual(seen?.of ?? -1)
      if (!one.marks.some(each => each.ruleId === 'r1')) expect(without?.standards[0]).toMatchObject({ score: 0, of: 0 })
    }),
  )
})

test('rules keep their names through versions, and a name is never given to another', () => {
  const first = numbered([{ name: '甲', rules: [{ text: '一', points: 1 }, { text: '二', points: 1 }] }]) // prettier-ignore
  expect(first[0]?.rules.map(one => one.ruleId)).toEqual(['r1', 'r2'])
  const [second] = numbered([{ name: '甲', rules: [{ text: '新', points: 1 }, { text: '一', points: 1, ruleId: 'r1' }] }], ['r1', 'r2']) // prettier-ignore
  expect(second?.rules.map(one => one.ruleId)).toEqual(['r3', 'r1'])
})

test('shares are rounded down, so that only what is whole is a hundred; of nothing there is none', () => {
  expect([percent(999, 1000), percent(2999, 3000), percent(3, 3), percent(0, 5), percent(0, 0)]).toEqual([99.9, 99.9, 100, 0, null])
  expect(stateOf(null, 3)).toBe('unknown')
})

test('a branch checks itself to the end of the day, then people judge, until it is closed', () => {
  const round = { closed: false, closesOn: '2026-12-20' }
  expect(stageOf(round, instantOf('2026-12-20', '23:59'))).toBe('checking')
  expect(stageOf(round, instantOf('2026-12-21'))).toBe('judging')
  expect(stageOf({ ...round, closed: true }, instantOf('2026-12-01'))).toBe('closed')
})

test('a score brings the sum of the highest tier that it reaches', () => {
  const tiers = [{ atLeast: 80, fen: 100_000 }, { atLeast: 90, fen: 300_000 }] // prettier-ignore
  expect([95, 90, 89.5, 80, 79].map(score => awardFor(tiers, score))).toEqual([300_000, 300_000, 100_000, 100_000, 0])
  expect(awardFor([], 100)).toBe(0)
})
