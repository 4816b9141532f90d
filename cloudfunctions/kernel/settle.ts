import type { Row } from './collection'
import { Failure } from './failure'
import type { Table } from './store'

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

type Versioned = Row & { version: number }

/**
 * The same of a row whose `version` grows with every change. `decide` judges it as it stands and says what it is to be, the same row where nothing is to be done,
 * and what to answer. NOT_FOUND where it is gone.
 */
export const changeRowSaying = <D extends Versioned, T>(
  table: Pick<Table<D>, 'get' | 'swap'>,
  seen: D,
  decide: (row: D) => { row: D; answer: T },
): Promise<{ row: D; answer: T }> =>
  settleRow(
    seen,
    () => table.get(seen._id),
    async row => {
      if (!row) throw new Failure('NOT_FOUND')
      const { row: wanted, answer } = decide(row)
      if (wanted === row) return { row, answer }
      const after = { ...wanted, version: row.version + 1 }
      return (await table.swap(row, after, 'version')) ? { row: after, answer } : undefined
    },
  )

/** The same of a row that may not be there: it is made of `blank` by the write that decides. */
export const changeOrAddSaying = async <D extends Versioned, T>(
  table: Pick<Table<D>, 'get' | 'swap' | 'add'>,
  seen: D | null,
  blank: D,
  decide: (row: D) => { row: D; answer: T },
): Promise<{ row: D; answer: T }> => {
  if (seen) return changeRowSaying(table, seen, decide)
  const { row, answer } = decide(blank)
  if (row === blank) return { row, answer }
  const made = { ...row, version: blank.version + 1 }
  if ((await table.add(made)) === 'added') return { row: made, answer }
  const there = await table.get(blank._id)
  if (!there) throw new Failure('NOT_FOUND')
  return changeRowSaying(table, there, decide)
}

/** The same where there is nothing to answer but the row itself. */
export const changeRow = async <D extends Versioned>(table: Pick<Table<D>, 'get' | 'swap'>, seen: D, next: (row: D) => D): Promise<D> =>
  (await changeRowSaying(table, seen, row => ({ row: next(row), answer: null }))).row
