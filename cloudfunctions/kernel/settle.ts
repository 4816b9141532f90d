import { Failure } from './failure'

/** Enough rounds for so many writers of one row: each round serves at least one of them. */
const MOST_ROUNDS = 100

/**
 * An optimistic change: reads, judges and writes, again while others are faster. `attempt` returns undefined where its conditional write
 * found the row changed, and keeps what it then read for the next round. Throws CONFLICT after too many rounds.
 */
export const settle = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = await attempt()
    if (done !== undefined) return done
  }
  throw new Failure('CONFLICT')
}
