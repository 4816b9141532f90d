import type { Collection } from './catalog'
import { idOf, parseStored, toEjson } from './ejson'
import { entriesOf, type Index } from './entries'
import { after, encodeValue, keyText, seqIn } from './keys'
import { spaceRange } from './spaces'
import type { Row, Writer } from './store'

/** So many documents are read before any of them is written again. */
const CHUNK = 1000

const firstOf = <T>(rows: Iterable<T>, most: number): T[] => {
  const found: T[] = []
  for (const row of rows) if (found.push(row) >= most) break
  return found
}

/** The rows of a space, whatever is written on the way. */
function* settled<V>(rows: (range: { low: Buffer; high: Buffer }) => Iterable<Row<V>>, space: Buffer): Generator<Row<V>> {
  const { high } = spaceRange(space)
  let low = space
  for (;;) {
    const chunk = firstOf(rows({ low, high }), CHUNK)
    yield* chunk
    const last = chunk.at(-1)
    if (last === undefined || chunk.length < CHUNK) return
    low = Buffer.concat([last.key, Buffer.from([0])])
  }
}

/**
 * Numbers the documents of a collection that was written before documents were numbered. The order in which they came in is not known; they
 * get that of their ids, in which they were read until now.
 */
export const numberDocs = (writer: Writer, space: Buffer, nextSeq: () => number): void => {
  for (const { key, value } of settled(range => writer.unnumbered(range), space)) {
    writer.addDoc(key, { seq: nextSeq(), text: value })
    writer.removeUnnumbered(key)
  }
}

export const dropIndex = (writer: Writer, space: Buffer): void => {
  for (const { key } of [...writer.entries(spaceRange(space))]) writer.removeEntry(key)
}

/** Fills a new index from the documents that are there already. Throws when they break its uniqueness. */
export const buildIndex = (writer: Writer, collection: Collection, index: Index): void => {
  for (const { key: place, value } of settled(range => writer.docs(range), collection.space)) {
    const doc = parseStored(value)
    const id = encodeValue(idOf(doc))
    const { entries, arrays } = entriesOf(index, doc, seqIn(place))
    for (const { key, prefix } of entries) {
      const [other] = index.unique ? writer.entries({ low: prefix, high: after(prefix) }) : []
      if (other !== undefined && keyText(other.value) !== keyText(id)) {
        throw new Error(`cannot build the unique index ${index.name} of ${collection.name}: the document ${toEjson(idOf(doc))} has a twin`)
      }
      writer.putEntry(key, id)
    }
    index.arrays = [...new Set([...index.arrays, ...arrays])]
  }
}
