import bigInt, { type BigInteger } from 'big-integer'
import { sha384 } from 'js-sha512'
import { fromBase64, fromHex, joined, toBase64, toHex } from './bytes'

/**
 * Blind signatures for tickets: RFC 9474, RSABSSA-SHA384-PSS-Randomized, of 2048 bits. The cloud signs what it cannot read, so that it knows the paper of a ballot again and not its
 * owner. By plain numbers (`big-integer` uses the phone's own where it has them): old phones have no BigInt, and none has WebCrypto.
 */
const [KEY, HASH, SALT, PREFIX] = [256, 48, 48, 32] as const
/** Random bytes beyond the length of the modulus: reduced by it, they leave all blinding numbers all but equally likely. */
const SPARE = 16
/** As many random bytes does a ballot take. */
export const CHANCE = PREFIX + SALT + KEY + SPARE + 32

const EXPONENT = 65537

const numberOf = (bytes: Uint8Array): BigInteger => bigInt(toHex(bytes), 16)
const bytesOf = (number: BigInteger, size: number): Uint8Array => fromHex(number.toString(16), size)
const hash = (bytes: Uint8Array): Uint8Array => Uint8Array.from(sha384.array(bytes))

/** What stands around a modulus of so many bytes in a public key (SubjectPublicKeyInfo of an RSA key with the usual exponent). */
const around = (size: number) => {
  const length = (more: number) => `82${(size + more).toString(16).padStart(4, '0')}`
  return { before: `30${length(34)}300d06092a864886f70d010101050003${length(15)}0030${length(10)}02${length(1)}00`, after: '0203010001' }
}

/** The modulus of a public key, and its length in bytes; throws where it is none of ours. */
const modulusOf = (publicKey: string): { modulus: BigInteger; size: number } => {
  const hex = toHex(fromBase64(publicKey))
  const size = hex.length / 2 - 38
  const { before, after } = around(size)
  if (size < KEY || !hex.startsWith(before) || !hex.endsWith(after)) throw new Error('no key of a box')
  return { modulus: bigInt(hex.slice(before.length, before.length + 2 * size), 16), size }
}

/** MGF1 with SHA-384. */
const mask = (seed: Uint8Array, length: number): Uint8Array => {
  const blocks = Array.from({ length: Math.ceil(length / HASH) }, (_, nth) => hash(joined(seed, Uint8Array.of(0, 0, 0, nth))))
  return joined(...blocks).subarray(0, length)
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) for keys of whole bytes. */
const encode = (message: Uint8Array, salt: Uint8Array, size: number): Uint8Array => {
  const digest = hash(joined(new Uint8Array(8), hash(message), salt))
  const block = joined(new Uint8Array(size - SALT - HASH - 2), Uint8Array.of(1), salt)
  const masking = mask(digest, block.length)
  const masked = block.map((byte, at) => byte ^ (masking[at] ?? 0))
  masked[0] = (masked[0] ?? 0) & 0x7f
  return joined(masked, digest, Uint8Array.of(0xbc))
}

/** What the phone keeps between asking for a signature and having it. All base64. */
export interface Blinded {
  publicKey: string
  /** The prepared message: 32 random bytes, then the serial. */
  serial: string
  /** What goes to the cloud. */
  blinded: string
  salt: string
  /** What takes the blinding off again. */
  inverse: string
}

/** Prepares a serial and blinds it; `random` are `CHANCE` bytes by the phone's own chance. */
export const blind = (publicKey: string, random: Uint8Array): Blinded => {
  if (random.length !== CHANCE) throw new Error('not as much chance as a ballot takes')
  const [prepared, salt, chance] = [
    random.subarray(0, PREFIX + 32),
    random.subarray(PREFIX + 32, PREFIX + 32 + SALT),
    random.subarray(PREFIX + 32 + SALT),
  ]
  return blindWith(publicKey, prepared, salt, numberOf(chance).mod(modulusOf(publicKey).modulus.minus(1)).plus(1))
}

/** The same with everything given. */
export const blindWith = (publicKey: string, prepared: Uint8Array, salt: Uint8Array, factor: BigInteger): Blinded => {
  const { modulus, size } = modulusOf(publicKey)
  const message = numberOf(encode(prepared, salt, size))
  const blinded = message.multiply(factor.modPow(EXPONENT, modulus)).mod(modulus)
  const inverse = factor.modInv(modulus)
  return {
    ...{ publicKey, serial: toBase64(prepared), salt: toBase64(salt) },
    ...{ blinded: toBase64(bytesOf(blinded, size)), inverse: toBase64(bytesOf(inverse, size)) },
  }
}

/** Takes the blinding off a signature; null where the key of the box did not sign it. */
export const finalize = ({ publicKey, serial, salt, inverse }: Blinded, signed: string): string | null => {
  const { modulus, size } = modulusOf(publicKey)
  const signature = numberOf(fromBase64(signed))
    .multiply(numberOf(fromBase64(inverse)))
    .mod(modulus)
  const opened = bytesOf(signature.modPow(EXPONENT, modulus), size)
  return toHex(opened) === toHex(encode(fromBase64(serial), fromBase64(salt), size)) ? toBase64(bytesOf(signature, size)) : null
}
