import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import {
  crossedOf,
  FEWEST,
  fits,
  sealedSizeOf,
  sizeOf,
  tallyOf,
  type BallotAnswer,
  type BallotQuestion,
} from '../../../core/voice/ballots/answers'
import { countFits, keptOf } from '../../../core/voice/surveys/rules'
import { count, open, publicOf, seal, SEAL_CHANCE } from '../../../src/features/voice/ballots/seal'
import { fromPaper, toPaper } from '../../../src/features/voice/ballots/tellerKey'

const questions: BallotQuestion[] = [{ kind: 'grade' }, { kind: 'choice', options: 3, most: 1 }, { kind: 'text' }]
const answer = fc.tuple(
  fc.option(fc.integer({ min: 1, max: 5 })),
  fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 1 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map(text => text.slice(0, 60)),
)

test('a ballot answers its questions, in number and in kind', () => {
  expect(fits(questions, [5, [0], ''])).toBe(true)
  expect(fits(questions, [null, [], '好'])).toBe(true)
  const wrong: BallotAnswer[] = [
    [5, [0]],
    [6, [0], ''],
    [5, [3], ''],
    [5, [0, 1], ''],
    [5, 0, ''],
    [5, [0], 'x'.repeat(501)],
    [[0], 5, ''],
  ]
  for (const one of wrong) expect(fits(questions, one)).toBe(false)
})

test('every answer of a box is of one length, sealed or not, and any teller opens it, and none else', () => {
  const secrets = [randomBytes(32), randomBytes(32), randomBytes(32)]
  fc.assert(
    fc.property(answer, fc.integer({ min: 1, max: 3 }), (said, tellers) => {
      const keys = secrets.slice(0, tellers)
      const sealed = seal(questions, said, keys.map(publicOf), randomBytes(SEAL_CHANCE))
      expect(Buffer.from(sealed ?? '', 'base64')).toHaveLength(sealedSizeOf(questions, tellers))
      for (const key of keys) expect(open(questions, sealed ?? '', tellers, key)).toEqual(said)
      expect(open(questions, sealed ?? '', tellers, randomBytes(32))).toBeNull()
    }),
    { numRuns: 30 },
  )
  expect(sizeOf(questions) % 64).toBe(0)
})

test('no table that is shown has a cell of one to four, and tables and counts never differ by fewer than five', () => {
  const asked: BallotQuestion[] = [{ kind: 'grade' }, { kind: 'choice', options: 2, most: 1 }, { kind: 'choice', options: 3, most: 1 }]
  const one = fc.tuple(fc.constantFrom(4, 5, null), fc.constantFrom([0], [1], []), fc.constantFrom([0], [2]))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 80 }), answers => {
      const tallies = tallyOf(asked, answers)
      const crossed = crossedOf(asked, answers)
      for (const { first, cells } of crossed) {
        for (const cell of cells.flat()) expect(cell === 0 || cell >= FEWEST).toBe(true)
        const rows = cells.map(line => line.reduce((sum, count) => sum + count, 0))
        expect(rows).toEqual([...(tallies[first]?.counts ?? []), tallies[first]?.none])
      }
      expect(countFits(asked, { answers: answers.length, invalid: 0, questions: tallies, crossed }, answers.length)).toBe(true)
    }),
  )
})

test('a count that no ballots can have given is not taken, and of fewer than five nothing is kept', () => {
  const asked: BallotQuestion[] = [{ kind: 'grade' }]
  const counted = (counts: number[], none: number, answers: number) => ({ answers, invalid: 0, questions: [{ counts, none }], crossed: [] })
  expect(countFits(asked, counted([0, 0, 0, 0, 5], 0, 5), 5)).toBe(true)
  expect(countFits(asked, counted([0, 0, 0, 0, 6], 0, 5), 5)).toBe(false)
  expect(countFits(asked, counted([0, 0, 0, 0, 5], 0, 5), 6)).toBe(false)
  const small = { first: 0, second: 1, cells: [[4, 1, 0, 0, 0, 0]] }
  expect(countFits([...asked, ...asked], { ...counted([0, 0, 0, 0, 5], 0, 5), crossed: [small] }, 5)).toBe(false)
  expect(keptOf(counted([0, 0, 0, 0, 4], 0, 4))).toEqual({ answers: 4, invalid: 0, questions: [], crossed: [] })
})

test('a teller’s phone counts what it can open and says how much it could not', () => {
  const key = randomBytes(32)
  const sealed = [[5, [0], '好'], [4, [1], ''], [null, [], '']].map(one => seal(questions, one as BallotAnswer, [publicOf(key)], randomBytes(SEAL_CHANCE)) ?? '') // prettier-ignore
  const counted = count(questions, [...sealed, sealed[0]?.replace(/^..../, 'AAAA') ?? ''], 1, key)
  expect(counted).toMatchObject({
    answers: 3,
    invalid: 1,
    questions: [{ counts: [0, 0, 0, 1, 1], none: 1 }, { counts: [1, 1, 0] }, { texts: ['好'], none: 2 }],
  })
})

test('a key comes back from paper, with O for 0 and l for 1, and a slip of the pen is noticed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(55), (key, at) => {
      const paper = toPaper(key)
      expect(paper).toMatch(/^([0-9A-Z]{4} ){13}[0-9A-Z]{4}$/)
      expect(fromPaper(paper.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'))).toEqual(key)
      const signs = [...paper.replace(/ /g, '')]
      signs[at] = signs[at] === 'A' ? 'B' : 'A'
      expect(fromPaper(signs.join(''))).toBeNull()
    }),
    { numRuns: 50 },
  )
})
