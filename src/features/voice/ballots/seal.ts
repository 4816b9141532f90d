import nacl from 'tweetnacl'
import {
  fits,
  sealedSizeOf,
  sizeOf,
  tallyOf,
  crossedOf,
  type BallotAnswer,
  type BallotQuestion,
} from '../../../../core/voice/ballots/answers'
import { fromBase64, fromUtf8, joined, toBase64, toUtf8 } from './bytes'

/** The form of a sealed answer: this sign, the key of this one sending, the nonce, the key of the answer for each teller, the answer. */
const FORM = 1
const [KEY, NONCE, WRAPPED] = [32, 24, 48] as const
/** Random bytes that one sealing takes. */
export const SEAL_CHANCE = 2 * KEY + NONCE

/** An answer as bytes of the one length of its box; null where it says more than there is room for. */
const padded = (questions: readonly BallotQuestion[], answer: BallotAnswer): Uint8Array | null => {
  const [written, size] = [toUtf8(JSON.stringify(answer)), sizeOf(questions)]
  return written.length > size ? null : joined(written, new Uint8Array(size - written.length).fill(32))
}

/** Is there room for this answer? */
export const hasRoom = (questions: readonly BallotQuestion[], answer: BallotAnswer): boolean => padded(questions, answer) !== null

/** The public half of a teller's key. */
export const publicOf = (secret: Uint8Array): string => toBase64(nacl.box.keyPair.fromSecretKey(secret).publicKey)

/** Seals an answer so that any of these tellers can open it; null where it says more than there is room for. */
export const seal = (
  questions: readonly BallotQuestion[],
  answer: BallotAnswer,
  tellers: readonly string[],
  random: Uint8Array,
): string | null => {
  const plain = padded(questions, answer)
  if (!plain || random.length !== SEAL_CHANCE) return null
  const [key, secret, nonce] = [random.subarray(0, KEY), random.subarray(KEY, 2 * KEY), random.subarray(2 * KEY)]
  const wrapped = tellers.map(teller => nacl.box(key, nonce, fromBase64(teller), secret))
  const own = nacl.box.keyPair.fromSecretKey(secret).publicKey
  return toBase64(joined(Uint8Array.of(FORM), own, nonce, ...wrapped, nacl.secretbox(plain, nonce, key)))
}

const opened = (questions: readonly BallotQuestion[], sealed: Uint8Array, tellers: number, secret: Uint8Array): Uint8Array | null => {
  if (sealed.length !== sealedSizeOf(questions, tellers) || sealed[0] !== FORM) return null
  const own = sealed.subarray(1, 1 + KEY)
  const nonce = sealed.subarray(1 + KEY, 1 + KEY + NONCE)
  const keys = Array.from({ length: tellers }, (_, nth) => 1 + KEY + NONCE + WRAPPED * nth)
  for (const at of keys) {
    const key = nacl.box.open(sealed.subarray(at, at + WRAPPED), nonce, own, secret)
    if (key) return nacl.secretbox.open(sealed.subarray(1 + KEY + NONCE + WRAPPED * tellers), nonce, key)
  }
  return null
}

/** Opens one sealed answer with a teller's key; null where it cannot be opened or answers other questions. */
export const open = (questions: readonly BallotQuestion[], sealed: string, tellers: number, secret: Uint8Array): BallotAnswer | null => {
  const plain = opened(questions, fromBase64(sealed), tellers, secret)
  if (!plain) return null
  try {
    const read: unknown = JSON.parse(fromUtf8(plain))
    return fits(questions, read) ? read : null
  } catch {
    return null
  }
}

/** Counts a box on a teller's phone: only totals, tables and texts leave it. */
export const count = (questions: readonly BallotQuestion[], box: readonly string[], tellers: number, secret: Uint8Array) => {
  const answers = box.map(sealed => open(questions, sealed, tellers, secret)).filter(one => one !== null)
  return {
    ...{ answers: answers.length, invalid: box.length - answers.length },
    ...{ questions: tallyOf(questions, answers), crossed: crossedOf(questions, answers) },
  }
}
