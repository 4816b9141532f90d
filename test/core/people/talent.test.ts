import * as fc from 'fast-check'
import { askAgainAt, isConfirmed, levels, nearness, REACH, skillsAt } from '../../../core/people/talent/rules'
import { MOST_SKILLS, skillBook, usualSkills, wordTaken } from '../../../core/people/talent/skills'
import { dateOf, instantOf } from '../../../core/shared/calendar'

const { skills, of: skillOf, like: skillsLike, within: skillsIn, nameOf: skillName } = usualSkills
const skillCodes = skills.map(one => one.code)

describe('the list of skills', () => {
  test('gives each everyday word one meaning, so that one thing is found under one name', () => {
    const words = skills.flatMap(one => [one.code, one.name, ...one.aliases])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    for (const one of skills) for (const word of [one.name, ...one.aliases]) expect([word, skillOf(word)]).toEqual([word, one.code])
  })

  test.each([
    ['修电器', 'appliance'],
    ['电工', 'appliance'],
    [' 家电 维修 ', 'appliance'],
    ['写春联', 'calligraphy'],
    ['随便什么', undefined],
  ])('%s is %s', (said, code) => expect(skillOf(said)).toBe(code))

  test('shows what is called so first, then what sounds alike', () => {
    expect(skillsLike('教').map(one => one.code)).toEqual(expect.arrayContaining(['teaching', 'computer']))
    expect(skillsLike('电工')[0]?.code).toBe('appliance')
    expect(skillsLike('').length).toBe(skills.length)
  })

  test('reads the free words of a roster', () => {
    expect(skillsIn(['书法、二胡', '电工 会计', '打酱油', '法律咨询'])).toEqual([
      ...['calligraphy', 'instrument', 'appliance', 'finance', 'law'],
    ])
  })
})

describe('what bureaus add to the list', () => {
  const tea = { code: 'own-tea', group: '文化', name: '茶艺', aliases: ['泡茶', '工夫茶'] }
  const book = skillBook([{ code: 'appliance', group: '手艺', name: '修电器', aliases: ['修收音机'] }, tea])

  test('is found by its everyday words beside the usual ones, which keep all of theirs', () => {
    expect([book.of('泡茶'), book.of('修收音机'), book.of('电工'), book.nameOf('own-tea')]).toEqual([
      ...['own-tea', 'appliance', 'appliance', '茶艺'],
    ])
    expect(book.within(['茶艺、书法'])).toEqual(['own-tea', 'calligraphy'])
    expect(skillOf('泡茶')).toBeUndefined()
  })

  test('gives no word a second meaning, and may say its own once more', () => {
    expect(wordTaken(book, ['喝茶', '电工'], 'own-tea')).toEqual({ word: '电工', by: '修电器' })
    expect(wordTaken(book, ['泡茶', '茶道'], 'own-tea')).toBeUndefined()
  })

  test('is not offered any more once it is retired, but keeps its name for those who have it', () => {
    const later = skillBook([{ ...tea, retired: true }])
    expect([later.like('茶').length, later.nameOf('own-tea'), later.of('茶艺')]).toEqual([0, '茶艺', 'own-tea'])
  })
})

describe('a word that was given', () => {
  const days = fc.integer({ min: instantOf('2020-01-01'), max: instantOf('2035-12-31') })

  test('holds for a year and is asked for again by day, whenever it was given', () => {
    fc.assert(
      fc.property(days, at => {
        const again = askAgainAt(at)
        expect(again - at).toBeGreaterThan(360 * 86_400_000)
        expect(again - at).toBeLessThan(368 * 86_400_000)
        expect([isConfirmed(at, at), isConfirmed(at, again - 1), isConfirmed(at, again)]).toEqual([true, true, false])
      }),
    )
    expect(isConfirmed(0, instantOf('2026-01-01'))).toBe(false)
    expect(dateOf(askAgainAt(instantOf('2026-11-21', '09:00')))).toBe('2027-11-21')
  })
})

test('in a list by distance each whose word holds stands before each whose word is old, and the nearer before the farther', () => {
  const person = fc.record({ metres: fc.integer({ min: 0, max: REACH * 3 }), confirmed: fc.boolean() })
  fc.assert(
    fc.property(person, person, (one, other) => {
      const [a, b] = [one, other].map(({ metres, confirmed }) => nearness(metres, confirmed))
      if (one.confirmed && !other.confirmed) expect(a).toBeLessThan(b ?? 0)
      else if (one.confirmed === other.confirmed && one.metres <= other.metres) expect(a).toBeLessThanOrEqual(b ?? 0)
    }),
  )
})

test('a person is found for each skill under each organization above them, by few keys', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...skillCodes), { maxLength: MOST_SKILLS }),
      fc.integer({ min: 1, max: 7 }),
      (some, depth) => {
        const path = `/${Array.from({ length: depth }, (_, nth) => `o${String(nth)}`).join('/')}/`
        const keys = skillsAt(path, some)
        expect(new Set(keys).size).toBe(some.length * depth)
        expect(some.every(code => skillName(code) !== '' && keys.includes(`o0:${code}`))).toBe(true)
      },
    ),
  )
  expect(levels).toEqual(['province', 'city', 'county'])
})
