import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { judgeCode, readCode, slotAt, slotsAhead, spellCode } from '../../../core/shared/codes'

const SLOT = 30_000
const NOW = 1_795_222_817_345
const digest = (text: string) => createHash('sha256').update(text).digest()
const codeOf = (slot: number) => spellCode(digest(`hall:${slot}`))
const instants = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 })

test('a code is eight letters, none of which looks like another', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(spellCode(digest(text))).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    }),
  )
})

test.each([
  ['small letters', 'ab12cd34', 'AB12CD34'],
  ['spaces and dashes', ' AB12-CD 34 ', 'AB12CD34'],
  ['full-width letters of a Chinese keyboard', 'ＡＢ１２ｃｄ３４', 'AB12CD34'],
  ['O for 0, I and l for 1', 'OoIl', '0011'],
])('%s are read as meant', (_what, typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test('every code reads as itself, however it is cased and spaced', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 7 }), (text, gap) => {
      const code = spellCode(digest(text))
      expect(readCode(`${code.slice(0, gap).toLowerCase()} ${code.slice(gap)}`)).toBe(code)
    }),
  )
})

test('the slots ahead follow one another, begin now and last at least ten minutes', () => {
  fc.assert(
    fc.property(instants, now => {
      const slots = slotsAhead(now, 10 * 60_000)
      expect(slots[0]).toMatchObject({ slot: slotAt(now) })
      expect(slots[0]?.from).toBeLessThanOrEqual(now)
      expect(slots.at(-1)?.to).toBeGreaterThanOrEqual(now + 10 * 60_000)
      for (const [index, one] of slots.entries()) {
        expect(one.to - one.from).toBe(SLOT)
        expect(slots[index + 1]?.from ?? one.to).toBe(one.to)
        expect(slotAt(one.from)).toBe(one.slot)
      }
    }),
  )
})

test('a code is valid in its slot and the next one, expired from then on, and unknown before', () => {
  const from = slotAt(NOW) * SLOT
  const code = codeOf(slotAt(NOW))
  const judged = (at: number) => judgeCode(code, at, NOW - 3_600_000, codeOf)
  expect(judged(from - 1)).toBe('SIGNIN_CODE_INVALID')
  expect(judged(from)).toBe('good')
  expect(judged(from + 2 * SLOT - 1)).toBe('good')
  expect(judged(from + 2 * SLOT)).toBe('SIGNIN_CODE_EXPIRED')
  expect(judged(from + 3_600_000)).toBe('SIGNIN_CODE_EXPIRED')
})

test('a code from before the door opened is not expired but wrong', () => {
  expect(judgeCode(codeOf(slotAt(NOW) - 10), NOW, NOW - SLOT, codeOf)).toBe('SIGNIN_CODE_INVALID')
})

test('an activity of many days is searched for old codes a day back and no further', () => {
  const asked: number[] = []
  judgeCode('ZZZZZZZZ', NOW, 0, slot => {
    asked.push(slot)
    return ''
  })
  expect(asked.length).toBe(2881)
})
