/** A row as it is stored, whatever build wrote it. */
export type StoredRow = { _id: string } & Record<string, unknown>

type Simple = string | number | boolean | null
/** What a field of a row has to be: itself, before or from a value on, there or not. */
export type Where = Readonly<Record<string, Simple | { lt: Simple } | { gte: Simple } | { exists: boolean }>>

/** What a migration needs of the database. */
export interface MigrationDatabase {
  /** In no order; at most 1000. */
  find(collection: string, where: Where, limit: number): Promise<readonly StoredRow[]>
  /** Answers how many rows it changed. */
  update(collection: string, where: Where, change: { set: object; unset: readonly string[] }): Promise<number>
}

/** A change of what is stored, from the shape that an earlier build wrote to the present one. */
export interface Migration {
  /** Number and name; they run in this order. */
  id: `${number}-${string}`
  /** What it does, for the technician. */
  title: string
  /**
   * Brings every row that still has the earlier shape into the present one and answers how many there were. Run again, after a cut or after the functions
   * before have written once more, it does what is left. Each write is conditional on the row being as it was read.
   */
  run(database: MigrationDatabase): Promise<number>
}
