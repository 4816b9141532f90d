/** So often is hashed, so that keys that give the same number take long to be found. */
export const FINGERPRINT_ROUNDS = 4096
const [DIGITS, GROUP] = [12, 4] as const

/** The keys of a box as one text: its own, then its tellers' in the order of the alphabet. */
export const keysOf = ({ publicKey, tellers }: { publicKey: string; tellers: readonly { publicKey?: string | undefined }[] }): string =>
  [publicKey, ...tellers.map(one => one.publicKey ?? '').sort()].join('\n')

/** Twelve digits (核对码) of the last hash: the same on every phone, and printed on the notice, so that a key made for one person is noticed. */
export const fingerprintOf = (hash: ArrayLike<number>): string => {
  const digits = Array.from({ length: DIGITS }, (_, at) => String(((hash[2 * at] ?? 0) * 256 + (hash[2 * at + 1] ?? 0)) % 10)).join('')
  return Array.from({ length: DIGITS / GROUP }, (_, at) => digits.slice(GROUP * at, GROUP * (at + 1))).join(' ')
}
