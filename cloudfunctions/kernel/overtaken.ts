import { Failure } from './failure'

const MOST_ROUNDS = 8

/**
 * Reads, judges and writes again for as long as others are faster: `attempt` answers nothing where its conditional write found the row changed.
 * Throws CONFLICT where that goes on.
 */
export const untilFirst = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = await attempt()
    if (done !== undefined) return done
  }
  throw new Failure('CONFLICT')
}
