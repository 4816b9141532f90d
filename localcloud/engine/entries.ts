import type { IndexKey } from './declarations'
import { cellOf } from './geo-cells'
import { encodeValue, invert, keyText, seqBytes } from './keys'
import { indexRows } from './paths'
import { at, type Doc } from './values'

/** An index of one collection. */
export interface Index {
  readonly name: string
  readonly keys: readonly IndexKey[]
  readonly unique: boolean
  /** First bytes of every entry. */
  readonly space: Buffer
  /** The fields that led through an array in any document so far: such a document may have several entries. It never shrinks. */
  arrays: readonly string[]
  /** How the cells of a geo index were counted when it was built. */
  readonly grid: number | undefined
}

/** lmdb's longest key is 1978 bytes: of a document 4 for the space and up to ID_BYTES for the `_id`, of an entry 4, FIELD_BYTES for the fields, 6 for its number. */
export const ID_BYTES = 900
const FIELD_BYTES = 1000

/** How many bytes of a value an index keeps. Longer ones share an entry prefix, which is why every match is tested again. */
export const partBytes = (index: Pick<Index, 'keys'>): number => Math.floor(FIELD_BYTES / index.keys.length)

/** A value as it stands in an index: cut to size, turned over in a descending key, replaced by its cell in a geo key. */
const encodePart = ({ order }: IndexKey, value: unknown, size: number): Buffer => {
  const bytes = encodeValue(order === '2dsphere' ? cellOf(value) : value).subarray(0, size)
  return order === -1 ? invert(bytes) : bytes
}

export interface Entry {
  readonly key: Buffer
  /** The key without the document's number: what a unique index allows once. */
  readonly prefix: Buffer
  /** True where a value was cut, so that equal prefixes need not mean equal values. */
  readonly cut: boolean
}

interface Entries {
  readonly entries: readonly Entry[]
  /** The fields that lead through an array in this document. */
  readonly arrays: readonly string[]
}

/** The entries of a document in an index. Its number stands behind the values, so that what is equal comes in the order of insertion. */
export const entriesOf = (index: Pick<Index, 'keys' | 'space'>, doc: Doc, seq: number): Entries => {
  const tail = seqBytes(seq)
  const size = partBytes(index)
  const paths = index.keys.map(key => key.field)
  const { rows, arrays } = indexRows(doc, paths)
  const found = new Map<string, Entry>()
  for (const row of rows) {
    const parts = index.keys.map((key, i) => encodePart(key, row[i], size))
    const prefix = Buffer.concat([index.space, ...parts])
    found.set(keyText(prefix), { key: Buffer.concat([prefix, tail]), prefix, cut: parts.some(part => part.length === size) })
  }
  return { entries: [...found.values()], arrays }
}

/** The values of an entry, for a message: `{ branchId: "b1", no: 3 }`. */
export const describeKey = (index: Index, doc: Doc): string => {
  const row = at(
    indexRows(
      doc,
      index.keys.map(key => key.field),
    ).rows,
    0,
  )
  return `{ ${index.keys.map((key, i) => `${key.field}: ${describeValue(row[i])}`).join(', ')} }`
}

const describeValue = (value: unknown) => (typeof value === 'symbol' || value === undefined ? 'null' : JSON.stringify(value))
