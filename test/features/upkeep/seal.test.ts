import fc from 'fast-check'
import { keeping } from '../../../cloudfunctions/keeping'
import { readingOrder, writingOrder } from '../../../cloudfunctions/features/upkeep/backups/order'
import { lineOf, pack, rowOf, unpack } from '../../../cloudfunctions/features/upkeep/backups/rows'
import { newKeyPair, NotOpened, openSealed, publicKeyOf, readPrivateKey, seal } from '../../../cloudfunctions/features/upkeep/backups/seal'
import { collections } from '../../../cloudfunctions/house'

const pair = () => {
  const { publicKey, privateKey } = newKeyPair()
  const key = readPrivateKey(`写给人看的话\n${privateKey}`)
  if (!key) throw new Error('no key')
  return { publicKey, key }
}
const [mine, another] = [pair(), pair()]

describe('a sealed box', () => {
  const content = fc.uint8Array({ maxLength: 2000 })
  const name = fc.string({ maxLength: 40 })

  test('opens for its key and under its name, and is another one each time', () => {
    expect(publicKeyOf(mine.key)).toBe(mine.publicKey)
    fc.assert(
      fc.property(content, name, (bytes, as) => {
        const [one, other] = [seal(bytes, mine.publicKey, as), seal(bytes, mine.publicKey, as)]
        expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
        expect([...openSealed(one, mine.key, as)]).toEqual([...bytes])
      }),
      { numRuns: 50 },
    )
  })

  test('opens in no other way: another key, another name, any byte changed, its end cut off', () => {
    fc.assert(
      fc.property(content, name, name, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, as, otherwise, at, change) => {
        fc.pre(as !== otherwise)
        const box = seal(bytes, mine.publicKey, as)
        const tampered = Uint8Array.from(box)
        const place = at % box.length
        tampered[place] = (tampered[place] ?? 0) ^ change
        expect(() => openSealed(box, another.key, as)).toThrow(NotOpened)
        expect(() => openSealed(box, mine.key, otherwise)).toThrow(NotOpened)
        // The highest bit of an X25519 key means nothing; all other bits of a box do.
        expect(() => openSealed(tampered, mine.key, as)).toThrow(NotOpened)
        expect(() => openSealed(box.subarray(0, place), mine.key, as)).toThrow(NotOpened)
      }),
      { numRuns: 100 },
    )
  })

  test('a text that is no private key is none', () => {
    expect(readPrivateKey('hello')).toBeNull()
    expect(readPrivateKey('-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----')).toBeNull()
  })
})

describe('rows as lines', () => {
  const value = fc.letrec(tie => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => (number === 0 ? 0 : number)),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ maxLength: 8 }).filter(key => !key.startsWith('$') && key !== '__proto__'),
        tie('any'),
        { maxKeys: 4 },
      ),
    ),
  })).any

  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), value, (_id, field) => {
        const row = { _id, field }
        expect(rowOf(lineOf(row))).toEqual(row)
        expect(unpack(pack([row, row]).packed)).toEqual([row, row])
      }),
      { numRuns: 100 },
    )
  })

  test('a point is written as the map index wants it, and what JSON would lose is refused', () => {
    expect(lineOf({ _id: 'm', ...{ home: { longitude: 114.2, latitude: 30.6 } } })).toBe(
      '{"_id":"m","home":{"type":"Point","coordinates":[114.2,30.6]}}',
    )
    for (const lost of [Number.NaN, Infinity, new Map(), () => 1]) expect(() => lineOf({ _id: 'm', ...{ lost } })).toThrow('cannot hold')
  })
})

test('collections are read before those they name and written after them; what lets people in comes last', () => {
  const [read, written] = [readingOrder(keeping), writingOrder(keeping)]
  expect([...read].sort()).toEqual([...written].sort())
  expect(Object.keys(keeping).sort()).toEqual(collections.map(one => one.name).sort())
  expect(read.indexOf('attendance')).toBeLessThan(read.indexOf('activities'))
  expect(read.indexOf('activities')).toBeLessThan(read.indexOf('organizations'))
  expect(read.at(-1)).toBe('visit-plans')
  for (const named of ['members', 'activities', 'posts', 'visits'])
    expect(written.indexOf('organizations')).toBeLessThan(written.indexOf(named))
  expect(written.indexOf('members')).toBeLessThan(written.indexOf('visits') + written.indexOf('caseloads'))
  expect(written.at(-1)).toBe('accounts')
})
