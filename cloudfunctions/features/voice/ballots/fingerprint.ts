import { createHash } from 'node:crypto'
import { FINGERPRINT_ROUNDS, fingerprintOf, keysOf } from '../../../../core/voice/ballots/fingerprint'
import type { BallotBox } from './documents'

/** The number of a box's keys, as every phone works it out from the keys it was given. */
export const fingerprint = (box: Pick<BallotBox, 'publicKey' | 'tellers'>): string => {
  let bytes = Buffer.from(keysOf(box))
  for (let round = 0; round < FINGERPRINT_ROUNDS; round++) bytes = createHash('sha384').update(bytes).digest()
  return fingerprintOf(bytes)
}
