import fc from 'fast-check'
import {
  added,
  cellMeant,
  cellOf,
  cellsKept,
  clashingCell,
  countOf,
  emptiest,
  figuresAt,
  isCalled,
  lessened,
  nothing,
  reliefOf,
  saysMore,
  slotsOf,
  type Grid,
  type Standing,
} from '../../../../core/service/musters/rules'
import { overlap } from '../../../../core/shared/hours'

const HOUR = 3_600_000
const shift = (from: number, to: number) => ({ startsAt: from * HOUR, endsAt: to * HOUR })
const grid: Grid = {
  places: [
    { name: '东堤', point: { lng: 114.2, lat: 30.6 } },
    { name: '西堤', point: { lng: 114.4, lat: 30.6 } },
  ],
  shifts: [shift(8, 12), shift(12, 16), shift(10, 14)],
  need: 2,
}
const person = { memberId: 'm-1', busy: [] }

describe('who is called', () => {
  const on = '2026-11-21'
  const well = { state: 'active', care: [] as string[] }
  test.each([
    ['a member who is well', well, true, true],
    ['one who lives alone', { ...well, care: ['alone'] }, true, true],
    ['one who is bedridden', { ...well, care: ['bedridden'] }, false, false],
    ['one who is half disabled', { ...well, care: ['half-disabled'] }, false, false],
    ['one who moved away', { ...well, state: 'moved' }, false, false],
    ['one who died', { ...well, state: 'dead' }, false, false],
    ['one of eighty', { ...well, birthday: { calendar: 'solar' as const, year: 1946, month: 11, day: 21 } }, true, false],
    ['one of seventy-nine', { ...well, birthday: { calendar: 'solar' as const, year: 1946, month: 11, day: 22 } }, true, true],
  ])('%s', (_, member, withElders, without) => {
    expect(isCalled(member, { elders: true }, on)).toBe(withElders)
    expect(isCalled(member, { elders: false }, on)).toBe(without)
  })
})

describe('the cell that is given', () => {
  test('is the emptiest', () => {
    const filled = { cells: Object.fromEntries(slotsOf(grid).map(slot => [cellOf(slot), { coming: 1, arrived: 0 }])) }
    expect(emptiest(grid, { cells: { ...filled.cells, '1-1': { coming: 0, arrived: 0 } } }, person, 0)).toEqual({ place: 1, shift: 1 })
  })
  test('among equals the nearest', () => {
    const given = emptiest(grid, nothing, { ...person, home: { lng: 114.39, lat: 30.6 } }, 0)
    expect(given?.place).toBe(1)
  })
  test('is never over, nor at hours in which the person is taken up', () => {
    expect(emptiest(grid, nothing, { memberId: 'm', busy: [shift(9, 11)] }, 0)?.shift).toBe(1)
    expect(emptiest(grid, nothing, person, 14 * HOUR)?.shift).toBe(1)
    expect(emptiest(grid, nothing, person, 16 * HOUR)).toBeNull()
    expect(emptiest(grid, nothing, { memberId: 'm', busy: [shift(0, 24)] }, 0)).toBeNull()
  })
  test('answers one after the other fill all cells evenly, and at one moment they are scattered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), people => {
        const cells: Record<string, { coming: number; arrived: number }> = {}
        for (let n = 0; n < people; n++) {
          const given = emptiest(grid, { cells }, { memberId: `m-${String(n)}`, busy: [] }, 0)
          if (given) cells[cellOf(given)] = { coming: figuresAt({ cells }, cellOf(given)).coming + 1, arrived: 0 }
        }
        const counts = slotsOf(grid).map(slot => figuresAt({ cells }, cellOf(slot)).coming)
        return Math.max(...counts) - Math.min(...counts) <= 1
      }),
    )
    const atOnce = Array.from({ length: 600 }, (_, n) => emptiest(grid, nothing, { memberId: `m-${String(n)}`, busy: [] }, 0))
    const counts = slotsOf(grid).map(slot => atOnce.filter(one => one && cellOf(one) === cellOf(slot)).length)
    expect(Math.min(...counts)).toBeGreaterThan(50)
  })
})

test('no two cells of one person overlap', () => {
  expect(clashingCell(grid, ['0-0'], { place: 1, shift: 2 })).toBe('0-0')
  expect(clashingCell(grid, ['0-0'], { place: 0, shift: 0 })).toBeUndefined()
  expect(clashingCell(grid, ['0-0'], { place: 1, shift: 1 })).toBeUndefined()
  const slot = fc.constantFrom(...slotsOf(grid))
  fc.assert(
    fc.property(fc.array(slot, { maxLength: 12 }), wanted => {
      const cells: string[] = []
      for (const one of wanted) if (clashingCell(grid, cells, one) === undefined && !cells.includes(cellOf(one))) cells.push(cellOf(one))
      const hours = slotsOf(grid).flatMap(one => (cells.includes(cellOf(one)) ? (grid.shifts[one.shift] ?? []) : []))
      return hours.every((one, index) => hours.every((other, nth) => index === nth || !overlap(one, other)))
    }),
  )
})

test('a no gives all cells back, a change only the others', () => {
  expect(cellsKept(['0-0', '0-1'], { answer: 'no' })).toEqual([])
  expect(cellsKept(['0-0', '0-1'], { answer: 'late' })).toEqual(['0-0', '0-1'])
  expect(cellsKept(['0-0', '0-1'], { answer: 'coming', slot: { place: 0, shift: 1 }, instead: true })).toEqual(['0-1'])
})

test('who relieves a shift is the first that begins at its end', () => {
  expect([0, 1, 2].map(one => reliefOf(grid.shifts, one))).toEqual([1, null, null])
  expect(cellMeant(grid, ['1-1', '0-0'], 9 * HOUR)).toBe('0-0')
  expect(cellMeant(grid, ['1-1', '0-0'], 13 * HOUR)).toBe('1-1')
  expect(cellMeant(grid, ['0-0'], 20 * HOUR)).toBe('0-0')
  expect(cellMeant(grid, [], 9 * HOUR)).toBeUndefined()
})

const standing: fc.Arbitrary<Standing> = fc
  .record({
    answer: fc.constantFrom('coming' as const, 'late' as const, 'no' as const, 'gone' as const, null),
    cells: fc.uniqueArray(fc.constantFrom('0-0', '0-1', '1-0', '1-1'), { maxLength: 2 }),
    there: fc.boolean(),
  })
  .map(({ answer, cells, there }) => {
    const comes = answer === 'coming' || answer === 'late'
    const held = comes ? cells : []
    return { answer, cells: held, arrivals: there && comes ? held.map(cell => ({ cell, at: 0 })) : [] }
  })

test('figures of parts are the figures of the whole, and every called person is counted once', () => {
  fc.assert(
    fc.property(fc.array(standing), fc.array(standing), (one, other) => {
      const whole = countOf([...one, ...other])
      expect(added(countOf(one), countOf(other))).toEqual(whole)
      const left = lessened(whole, countOf(other))
      expect({ ...left, cells: {} }).toEqual({ ...countOf(one), cells: {} })
      const { called, coming, late, no, silent } = whole
      expect(coming + late + no + silent).toBe(called)
      expect(called).toBe([...one, ...other].filter(each => each.answer !== 'gone').length)
    }),
  )
})

test('of two records of one person the one that says more stands', () => {
  const says = (answer: Standing['answer'], there = false): Standing => ({
    answer,
    cells: [],
    arrivals: there ? [{ cell: '0-0', at: 0 }] : [],
  })
  const order = [says(null), says('no'), says('late'), says('coming', true)]
  for (const [index, one] of order.entries()) for (const [nth, other] of order.entries()) expect(saysMore(one, other)).toBe(index > nth)
})
