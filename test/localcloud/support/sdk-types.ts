/**
 * wx-server-sdk's database as it behaves. The types that come with it say `any`, `void` or `string` of nearly every answer, so that
 * tests could not be written against them.
 */
export type Fields = Record<string, unknown>
type Make = (...operands: unknown[]) => unknown

type QueryCommand = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'and' | 'or' | 'nor' | 'not' | 'exists' | 'mod'
type ArrayCommand = 'all' | 'elemMatch' | 'size' | 'expr' | 'geoNear' | 'geoWithin' | 'geoIntersects'
type UpdateCommand = 'set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'addToSet' | 'rename' | 'push' | 'pop' | 'shift' | 'unshift'
type ListCommand = 'addToSet' | 'pull' | 'pullAll' | 'bit'
type Expression =
  | 'sum' | 'avg' | 'first' | 'push' | 'eq' | 'and' | 'in' | 'size' | 'dateToString' | 'week' | 'indexOfCP' | 'substr' | 'gte' | 'cond' | 'max' | 'addToSet' // prettier-ignore

export type Command = Record<QueryCommand | ArrayCommand | UpdateCommand | ListCommand, Make> & {
  readonly aggregate: Record<Expression, Make> & { pipeline(): Stages }
  readonly project: Record<'slice' | 'elemMatch', Make>
  jsonSchema(schema: Fields): unknown
}

export interface Updated {
  readonly stats: { readonly updated: number; readonly created?: number; readonly removed?: number }
}

export interface Query {
  where(condition: unknown): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(fields: Fields): Query
  get(): Promise<{ readonly data: Fields[] }>
  count(): Promise<{ readonly total: number }>
  update(options: { data: Fields; multi?: boolean }): Promise<Updated>
  remove(): Promise<Updated>
}

export interface DocumentRef {
  field(fields: Fields): DocumentRef
  get(): Promise<{ readonly data: Fields }>
  set(options: { data: Fields }): Promise<Updated & { readonly _id: unknown }>
  update(options: { data: Fields }): Promise<Updated>
  remove(): Promise<Updated>
}

export interface Stages {
  match(condition: unknown): Stages
  lookup(spec: Fields): Stages
  group(spec: Fields): Stages
  project(spec: Fields): Stages
  addFields(spec: Fields): Stages
  sort(spec: Fields): Stages
  skip(count: number): Stages
  limit(count: number): Stages
  unwind(spec: unknown): Stages
  count(name: string): Stages
  replaceRoot(spec: Fields): Stages
  geoNear(spec: Fields): Stages
  sortByCount(expression: unknown): Stages
  bucket(spec: Fields): Stages
  bucketAuto(spec: Fields): Stages
  sample(spec: Fields): Stages
  done(): unknown
  end(): Promise<{ readonly list: Fields[] }>
}

export interface CollectionRef extends Query {
  doc(id: string | number): DocumentRef
  add(options: { data: Fields }): Promise<{ readonly _id: unknown }>
  aggregate(): Stages
}

export interface Transaction {
  collection(name: string): CollectionRef
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

export interface Sdk {
  readonly command: Command
  readonly Geo: {
    Point(longitude: number, latitude: number): unknown
    Polygon(lines: unknown[]): unknown
    LineString(points: unknown[]): unknown
  }
  collection(name: string): CollectionRef
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}
