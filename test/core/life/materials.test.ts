import fc from 'fast-check'
import { handedOf, isEnough, leftOf, type Stock } from '../../../core/life/materials/rules'

test('received − handed is what is left, and never less than nothing, whatever is handed in whichever order', () => {
  const handing = fc.record({ to: fc.constantFrom('given', 'sent'), count: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(handing, { maxLength: 30 }), (received, handings) => {
      let stock: Stock = { received, given: [], sent: [] }
      for (const { to, count } of handings) if (isEnough(stock, [{ count }])) stock = { ...stock, [to]: [...stock[to], { count }] }
      expect(leftOf(stock)).toBe(received - handedOf(stock))
      expect(leftOf(stock)).toBeGreaterThanOrEqual(0)
    }),
  )
})
