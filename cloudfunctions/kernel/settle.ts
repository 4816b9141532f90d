import { Failure } from './failure'

/** As many who change one row at once are each served: in every round at least one of them wins. */
const MOST_ROUNDS = 100

/**
 * An optimistic change: reads, judges and writes again for as long as others are faster. `attempt` answers nothing where its conditional write found the
 * row changed; what it then reads again it keeps for the next round. Throws CONFLICT where that goes on.
 */
export const settle = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = await attempt()
    if (done !== undefined) return done
  }
  throw new Failure('CONFLICT')
}
