import fc from 'fast-check'
import { carOf, remindAt, spanOf, stepsOf, sumOf, tickedSteps, type Step } from '../../../../core/help/wishes/rules'
import { instantOf } from '../../../../core/shared/calendar'

const NOW = instantOf('2026-11-21', '09:00')

test.each([
  ['鄂A12345', '鄂 a·12345', true],
  ['鄂A12345', '鄂A12346', false],
  ['支部面包车', '支部面包车', true],
])('%s and %s are one car in one branch: %s', (one, other, same) => expect(carOf(one, 'b') === carOf(other, 'b')).toBe(same))

test('a plate is one car everywhere, a name only within its branch', () => {
  expect(carOf('鄂A12345', 'b')).toBe(carOf('鄂A12345', 'c'))
  expect(carOf('面包车', 'b')).not.toBe(carOf('面包车', 'c'))
})

test('a day without a clock is the whole of it; one that ends before it begins is none', () => {
  expect(spanOf('2026-11-23')).toEqual({ startsAt: instantOf('2026-11-23', '08:00'), endsAt: instantOf('2026-11-23', '18:00') })
  expect(spanOf('2026-11-23', '10:00', '09:00')).toBeNull()
})

test('those named are reminded on the morning before; of what is planned for tomorrow they have just heard', () => {
  expect(remindAt({ startsAt: instantOf('2026-11-25', '08:00') }, NOW)).toBe(instantOf('2026-11-24', '09:00'))
  expect(remindAt({ startsAt: instantOf('2026-11-22', '08:00') }, NOW)).toBeNull()
})

test('ticks say when and by which of those named; twice is once, and a plan that is changed keeps them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean())), ticks => {
      let steps: readonly Step[] = stepsOf(['出发', '挂号', '到家'])
      for (const [index, undo] of ticks) {
        const next = tickedSteps(steps, index, { by: '小李', at: NOW, undo })
        if (index === 3) {
          expect(next).toBeUndefined()
          continue
        }
        steps = next ?? steps
        expect(steps[index]?.doneAt).toBe(undo ? undefined : NOW)
        expect(tickedSteps(steps, index, { by: '小王', at: NOW + 1, undo })).toBe(steps)
      }
      const more = stepsOf(['出发', '检查', '挂号', '到家'], steps)
      expect(more.filter(one => one.text !== '检查')).toEqual(steps)
    }),
  )
})

test('amounts are whole 分; a wrong one is put right by its opposite', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 })), amounts => {
      const costs = amounts.map(fen => ({ fen }))
      expect(sumOf([...costs, ...costs.map(({ fen }) => ({ fen: -fen }))])).toBe(0)
    }),
  )
})
