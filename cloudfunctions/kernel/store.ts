import type { Collection, Row } from './collection'

type Scalar = string | number | boolean | null
/**
 * A condition on a field: a value or a comparison. `includes` means a text with these letters in it. `near` means a place at most `within`
 * metres away, nearest rows first; such a search takes no order.
 */
export type Condition =
  | Scalar
  | { in: readonly Scalar[] }
  | { not: Scalar }
  | { gt: Scalar }
  | { gte: Scalar }
  | { lt: Scalar }
  | { lte: Scalar }
  | { gte: Scalar; lt: Scalar }
  | { startsWith: string }
  | { includes: string }
  | { exists: boolean }
  | { size: number }
  | { near: { lng: number; lat: number }; within: number }

export type FieldPath<D> = (keyof D & string) | `${keyof D & string}.${string}`
/** All conditions hold. Keys are fields or dotted paths; a path through a list means any of its elements. */
export type Filter<D> = Partial<Record<FieldPath<D>, Condition>>

/** One atomic change of a document. `push` appends, `include` appends what is not there yet, `pull` removes matching elements. */
export interface Change<D> {
  set?: Partial<Record<FieldPath<D>, unknown>> & Partial<D>
  unset?: readonly (keyof D & string)[]
  inc?: Partial<Record<keyof D & string, number>>
  push?: { [K in keyof D & string]?: NonNullable<D[K]> extends readonly (infer E)[] ? E : never }
  include?: { [K in keyof D & string]?: NonNullable<D[K]> extends readonly (infer E)[] ? E : never }
  pull?: { [K in keyof D & string]?: NonNullable<D[K]> extends readonly (infer E)[] ? (E extends string ? E : Partial<E>) : never }
}

/** How many rows, in which order, and after which row (its value of the first ordered field and its `_id`, the last field of the order). */
export interface Finding<D> {
  order?: readonly (readonly [FieldPath<D>, 'asc' | 'desc'])[]
  limit?: number
  after?: readonly [value: Scalar, id: string]
}

export interface Table<D> {
  get(id: string): Promise<D | null>
  /** In no order, however many, 1000 to a request; missing ids are left out. */
  getMany(ids: readonly string[]): Promise<D[]>
  /** At most `limit` rows (by default 100, at most 1000). */
  find(filter: Filter<D>, options?: Finding<D>): Promise<D[]>
  /** As `find`, of each row these fields alone: for lists of rows that grow, or hold much that the list does not show. */
  pick<K extends keyof D & string>(filter: Filter<D>, fields: readonly K[], options?: Finding<D>): Promise<(Row & Pick<D, K>)[]>
  /** Every row, 1000 at a time by `_id`; for sets that are small by nature, such as a branch's members. */
  findAll(filter: Filter<D>): Promise<D[]>
  count(filter: Filter<D>): Promise<number>
  /** Is there such a row? */
  has(filter: Filter<D>): Promise<boolean>
  /** Tells whether this call added it: a natural key in `_id` makes the write idempotent. */
  add(document: D): Promise<'added' | 'exists'>
  /** Adds those that are missing, 500 to a request. */
  addAll(documents: readonly D[]): Promise<void>
  /** Changes every match, each in one atomic write; answers how many. Throws Duplicate where a unique index refuses. */
  update(filter: Filter<D>, change: Change<D>): Promise<number>
  /**
   * Turns `before` into `after`, provided that every field in which the two differ is unchanged; other fields may have changed. Tells whether
   * it did. Throws Duplicate where a unique index refuses. With `by` that field alone has to be unchanged: one that differs with every change of the row.
   */
  swap(before: D, after: D, by?: keyof D & string): Promise<boolean>
  /** Writes the whole document, new or replaced. */
  put(document: D): Promise<void>
  remove(filter: Filter<D>): Promise<number>
}

/** Is there a row in that collection with these fields? */
export interface Question {
  name: string
  filter: Readonly<Record<string, Condition | undefined>>
}

/** A document that is read along with another one, by its id. */
export interface Along {
  collection: Collection<Row>
  id: string
  /** The collection of the person that its `memberId` names; read too. */
  person?: Collection<Row>
}
/** What was read along, and the person it is about; null where there is none. */
export type Found = { row: Row; person: Row | null } | null

export interface Store {
  table<D extends Row>(collection: Collection<D>): Table<D>
  /**
   * Rows of one collection, each joined with the rows of another whose `_id` stands in that field (a value or a list), in one round trip.
   * At most `limit` rows, in no order unless one is given.
   */
  join<D extends Row, J extends Row>(
    collection: Collection<D>,
    filter: Filter<D>,
    field: keyof D & string,
    from: Collection<J>,
    limit: number,
    finding?: Pick<Finding<D>, 'order' | 'after'>,
  ): Promise<(D & { joined: J[] })[]>
  /**
   * One document joined as by `join`, and others that have nothing to do with it, all in one round trip; null where that one document is not there, and
   * then nothing is known of the others.
   */
  gather<D extends Row, J extends Row>(
    collection: Collection<D>,
    id: string,
    field: keyof D & string,
    from: Collection<J>,
    along: readonly Along[],
  ): Promise<{ row: D & { joined: J[] }; along: Found[] } | null>
  /** Which of these searches find a row, in one round trip; all may, where `anchor` is empty. */
  anyOf(anchor: Collection<Row>, questions: readonly Question[]): Promise<readonly boolean[]>
}
