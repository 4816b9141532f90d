import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto'
import { median, type Row } from './table'

/** The code of the phone as it loads where there is no BigInt, as on iOS 12 and 13. */
const withoutBigInt = async () => {
  const had = Object.getOwnPropertyDescriptor(globalThis, 'BigInt')
  Reflect.deleteProperty(globalThis, 'BigInt')
  try {
    return await import('../src/features/voice/ballots/blind')
  } finally {
    if (had) Object.defineProperty(globalThis, 'BigInt', had)
  }
}

const spent = <T>(work: () => T): { result: T; ms: number } => {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1000 }
}

/** What a ticket costs a phone without BigInt at 2048 bits: blinding and taking it off again, ms of CPU here; the cloud's one signature beside it. */
export const ballots = async (quick: boolean): Promise<Row[]> => {
  const { blind, CHANCE, finalize } = await withoutBigInt()
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const once = () => {
    const made = spent(() => blind(spki, randomBytes(CHANCE)))
    const raw = Buffer.from(made.result.blinded, 'base64')
    const signed = spent(() => privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, raw))
    const done = spent(() => finalize(made.result, signed.result.toString('base64')))
    if (done.result === null) throw new Error('the signature does not fit')
    return { phone: made.ms + done.ms, cloud: signed.ms }
  }
  const first = once()
  const all = Array.from({ length: quick ? 10 : 40 }, once)
  const warm = median(all.map(one => one.phone))
  return [
    { what: 'a ballot ticket on a phone without BigInt, first', figure: first.phone, unit: ' ms', digits: 0, budget: { most: 1000 } },
    {
      what: 'the same, warm',
      figure: warm,
      unit: ' ms',
      digits: 0,
      note: `÷ the cloud's signature: ${(warm / median(all.map(one => one.cloud))).toFixed(0)}`,
    },
  ]
}
