import type { Fates } from './departures'
import type { Succession } from './succession'
import type { Takeover } from './takeover'

/** What every stored document has. */
export interface Row {
  _id: string
}

export interface Index {
  name: string
  keys: readonly { field: string; order: 1 | -1 | '2dsphere' }[]
  unique?: boolean
}

/**
 * A collection as its capability declares it: its name in the database, its indexes, and the fate of its rows when a person departs, when
 * two records of one person become one and when another organization takes the place of theirs.
 */
export interface Collection<
  D extends Row,
  N extends string = string,
  F extends Fates = Fates,
  T extends Takeover = Takeover,
  S extends Succession = Succession,
> {
  readonly name: N
  readonly indexes: readonly Index[]
  readonly fates: F
  readonly takeover: T
  readonly succession: S
  /** Never set: only carries the type of the rows. */
  readonly row?: D
}
/** The row type of a collection. */
export type RowOf<C> = C extends Collection<infer D> ? D : never

interface Declared<F extends Fates, T extends Takeover, S extends Succession> {
  indexes?: readonly Index[]
  fates: F
  succession: S
  takeover: T
}

/**
 * Declares a collection: `collection('posts', { indexes, fates, succession, takeover }).of<Post>()`. The local cloud refuses a query that no index
 * serves, so that no scan reaches production; a collection without fates, succession or takeover does not compile.
 */
export const collection = <const N extends string, const F extends Fates, const T extends Takeover, const S extends Succession>(
  name: N,
  { indexes = [], fates, succession, takeover }: Declared<F, T, S>,
) => ({
  of: <D extends Row>(): Collection<D, N, F, T, S> => ({ name, indexes, fates, takeover, succession }),
})

/** An index over these fields, all ascending. */
export const by = (name: string, ...fields: string[]): Index => ({ name, keys: fields.map(field => ({ field, order: 1 })) })
/** The same, where no two rows may agree in all of the fields. */
export const unique = (name: string, ...fields: string[]): Index => ({ ...by(name, ...fields), unique: true })
/** An index that finds rows near a point of the map, after the fields before it. */
export const near = (name: string, point: string, ...before: string[]): Index => ({
  name,
  keys: [...by(name, ...before).keys, { field: point, order: '2dsphere' }],
})

const isCollection = (value: unknown): value is Collection<Row> => typeof value === 'object' && value !== null && 'fates' in value

/** The collections among a module's exports. */
export const collectionsIn = (exported: object): Collection<Row>[] => Object.values(exported).filter(isCollection)
