import fc from 'fast-check'
import { ask, type Asked, namedIn, partIn, under, without } from '../../../core/help/cases/rules'

const ids = ['a', 'b', 'c', 'd', 'e']
const id = fc.constantFrom(...ids)
type Step = { act: 'ask' | 'yes' | 'no' | 'under' | 'leaves'; who: string }
const step = fc.record<Step>({ act: fc.constantFrom('ask', 'yes', 'no', 'under', 'leaves'), who: id })

interface Row {
  keeperId: string
  asked: Asked[]
}
const answered = (row: Row, who: string, answer: 'yes' | 'no'): Row => ({
  ...row,
  asked: row.asked.map(one => (one.memberId === who ? { ...one, answer } : one)),
})
const go = (row: Row, { act, who }: Step, at: number): Row => {
  if (act === 'ask') return who === row.keeperId ? row : { ...row, asked: ask(row.asked, [who, who], at) }
  if (act === 'under') return partIn(row, who) === 'in' ? under(row, who) : row
  if (act === 'leaves') return without(row, who) ?? row
  return answered(row, who, act)
}

test('whatever happens, a case has one keeper, each person stands in it once, and the lists are of those who may read it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      const row = steps.reduce<Row>((before, one, index) => go(before, one, index), { keeperId: 'a', asked: [] })
      const everyone = [row.keeperId, ...row.asked.map(one => one.memberId)]
      expect(new Set(everyone).size).toBe(everyone.length)
      expect(namedIn(row).sort()).toEqual(ids.filter(one => partIn(row, one) !== null).sort())
      expect(ids.filter(one => partIn(row, one) === 'keeper')).toEqual([row.keeperId])
    }),
  )
})

test('who said no is named no more, until they are asked once more', () => {
  const row: Row = { keeperId: 'a', asked: ask([], ['b', 'c'], 1) }
  expect([partIn(row, 'a'), partIn(row, 'b'), partIn(row, 'd')]).toEqual(['keeper', 'asked', null])
  const refused = answered(row, 'b', 'no')
  expect([partIn(refused, 'b'), namedIn(refused)]).toEqual([null, ['a', 'c']])
  expect(partIn({ ...refused, asked: ask(refused.asked, ['b', 'c'], 2) }, 'b')).toBe('asked')
  expect(ask(refused.asked, ['c'], 2).find(one => one.memberId === 'c')?.at).toBe(1)
})

test('the one who has taken part longest keeps the case of a keeper who departs; where there is none, it has no one', () => {
  const row = answered(answered({ keeperId: 'a', asked: ask([], ['b', 'c', 'd'], 1) }, 'd', 'yes'), 'c', 'yes')
  expect(without(row, 'a')?.keeperId).toBe('c')
  expect(without({ keeperId: 'a', asked: ask([], ['b'], 1) }, 'a')).toBeNull()
  expect(without(row, 'b')?.asked.map(one => one.memberId)).toEqual(['c', 'd'])
})
