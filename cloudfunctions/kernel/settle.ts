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

/**
 * The same of one row that was read already: `attempt` judges it as it was read, and in each further round as it stands (null where it is gone);
 * undefined where its conditional write found the row changed.
 */
export const settleRow = async <D, T>(
  seen: D,
  read: () => Promise<D | null>,
  attempt: (row: D | null) => Promise<T | undefined>,
): Promise<T> => {
  let first = true
  return settle(async () => {
    const row = first ? seen : await read()
    first = false
    return attempt(row)
  })
}
