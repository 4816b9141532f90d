import { sha384 } from 'js-sha512'
import { fingerprintOf, FINGERPRINT_ROUNDS, keysOf } from '../../../../core/voice/ballots/fingerprint'
import { toUtf8 } from './bytes'

/** Letters and digits that are not taken for one another, by hand and by eye. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [KEY, CHECK, GROUP] = [32, 3, 4] as const

const checkOf = (key: Uint8Array): number[] => sha384.array(key).slice(0, CHECK)

/** A teller's key as it is written on paper: fourteen groups of four signs; the last say whether it was copied rightly. */
export const toPaper = (key: Uint8Array): string => {
  const bytes = [...key, ...checkOf(key)]
  let [held, bits, text] = [0, 0, '']
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += SIGNS.charAt((held >> bits) & 31)
    }
  }
  return (text.match(new RegExp(`.{1,${String(GROUP)}}`, 'g')) ?? []).join(' ')
}

/** Reads a key from paper, however it is spaced; O counts as 0, I and L as 1. Null where it was not copied rightly. */
export const fromPaper = (typed: string): Uint8Array | null => {
  const signs = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  const bytes: number[] = []
  let [held, bits] = [0, 0]
  for (const sign of signs) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) return null
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  if (bytes.length !== KEY + CHECK) return null
  const key = Uint8Array.from(bytes.slice(0, KEY))
  return checkOf(key).every((byte, at) => byte === bytes[KEY + at]) ? key : null
}

let latest = { keys: '', code: '' }

/** The number (核对码) of the keys that this phone was given; it has to be the same on every phone and on the notice. A screen asks for it again and again. */
export const fingerprint = (box: Parameters<typeof keysOf>[0]): string => {
  const keys = keysOf(box)
  if (latest.keys === keys) return latest.code
  let bytes: number[] | Uint8Array = toUtf8(keys)
  for (let round = 0; round < FINGERPRINT_ROUNDS; round++) bytes = sha384.array(bytes)
  latest = { keys, code: fingerprintOf(bytes) }
  return latest.code
}
