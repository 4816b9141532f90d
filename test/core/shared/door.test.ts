import { createHash } from 'node:crypto'
import { slotAt, spellCode } from '../../../core/shared/codes'
import { isOpenAt, judgeProof, type Proof } from '../../../core/shared/door'
import { metresBetween, USUAL_RADIUS } from '../../../core/shared/places'

const NOW = 1_795_222_800_000
const MINUTE = 60_000
const door = { opensAt: NOW - 30 * MINUTE, closesAt: NOW + 60 * MINUTE }
const hall = { point: { lng: 114.27, lat: 30.62 }, radius: 200 }
const codeOf = (slot: number) =>
  spellCode(
    createHash('sha256')
      .update(`door:${String(slot)}`)
      .digest(),
  )
const good = codeOf(slotAt(NOW))
/** So many metres north of the hall. */
const north = (metres: number) => ({ lng: hall.point.lng, lat: hall.point.lat + metres / 111_195 })

const judged = (proof: Proof, now = NOW, place: { point?: typeof hall.point; radius?: number } = hall) =>
  judgeProof(place, door, proof, now, codeOf)

test('the door is open from its first to its last instant, both included', () => {
  expect([door.opensAt - 1, door.opensAt, door.closesAt, door.closesAt + 1].map(at => isOpenAt(door, at))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test.each([
  ['the code of the moment', { code: good }, { way: 'code' }],
  ['the code typed with a space and in small letters', { code: ` ${good.slice(0, 4).toLowerCase()} ${good.slice(4)}` }, { way: 'code' }],
  ['a phone in the hall', { point: north(150) }, { way: 'place' }],
  ['a wrong code, but a phone in the hall', { code: 'WRONG234', point: north(150) }, { way: 'place' }],
  ['a wrong code', { code: 'WRONG234' }, { refused: 'SIGNIN_CODE_INVALID' }],
  [
    'a wrong code and a phone too far away: the code is what they tried',
    { code: 'WRONG234', point: north(900) },
    { refused: 'SIGNIN_CODE_INVALID' },
  ],
  ['nothing', {}, { refused: 'INVALID_INPUT', data: { paths: ['code', 'point'] } }],
  ['an empty code', { code: '  ' }, { refused: 'INVALID_INPUT', data: { paths: ['code', 'point'] } }],
])('%s', (_, proof, verdict) => {
  expect(judged(proof)).toEqual(verdict)
})

test('the code of a while ago has expired', () => {
  expect(judged({ code: codeOf(slotAt(NOW - 20 * MINUTE)) })).toEqual({ refused: 'SIGNIN_CODE_EXPIRED' })
})

test('before and after its hours nothing opens the door, and the hours are told', () => {
  for (const now of [door.opensAt - 1, door.closesAt + 1])
    expect(judged({ code: codeOf(slotAt(now)), point: hall.point }, now)).toEqual({ refused: 'SIGNIN_NOT_OPEN', data: door })
})

test('a distance that is told is never one that would have been near enough', () => {
  for (const metres of [200.4, 201, 250, 5000]) {
    const verdict = judged({ point: north(metres) })
    if (verdict.refused !== 'SIGNIN_TOO_FAR') throw new Error('a phone outside was let in')
    expect(verdict.data.metres).toBeGreaterThan(hall.radius)
  }
})

test('who stands on the rim of the place is there', () => {
  const radius = metresBetween(hall.point, north(50))
  expect(judged({ point: north(50) }, NOW, { point: hall.point, radius })).toEqual({ way: 'place' })
})

test('a place without a point is judged by its code alone, one without a radius by the usual one', () => {
  expect(judged({ point: hall.point }, NOW, {})).toEqual({ refused: 'INVALID_INPUT', data: { paths: ['point'] } })
  expect(judged({ point: north(USUAL_RADIUS - 5) }, NOW, { point: hall.point })).toEqual({ way: 'place' })
  expect(judged({ point: north(USUAL_RADIUS + 5) }, NOW, { point: hall.point })).toMatchObject({ refused: 'SIGNIN_TOO_FAR' })
})
