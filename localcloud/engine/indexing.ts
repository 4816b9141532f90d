import type { Collection } from './catalog'
import { idOf, parseStored, toEjson } from './ejson'
import { entriesOf, type Index } from './entries'
import { after, encodeValue, keyText, seqBytes } from './keys'
import { spaceRange } from './spaces'
import type { Row, Stored, Writer } from './store'

/** So many documents are read before any of them is written again. */
const CHUNK = 1000

const firstOf = <T>(rows: Iterable<T>, most: number): T[] => {
  const found: T[] = []
  for (const row of rows) if (found.push(row) >= most) break
  return found
}

/** The documents of a space by their ids, whatever is written on the way. */
function* docsOf(writer: Writer, space: Buffer): Generator<Row<Stored>> {
  const { high } = spaceRange(space)
  let low = space
  for (;;) {
    const chunk = firstOf(writer.docs({ low, high }), CHUNK)
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
  for (const { key, value } of docsOf(writer, space)) {
    const seq = nextSeq()
    writer.putDoc(key, { seq, text: value.text })
    writer.putArrival(Buffer.concat([space, seqBytes(seq)]), key.subarray(space.length))
  }
}

export const dropIndex = (writer: Writer, space: Buffer): void => {
  for (const { key } of [...writer.entries(spaceRange(space))]) writer.removeEntry(key)
}

/** Fills a new index from the documents that are there already. Throws when they break its uniqueness. */
export const buildIndex = (writer: Writer, collection: Collection, index: Index): void => {
  for (const { value } of docsOf(writer, collection.space)) {
    const doc = parseStored(value.text)
    const id = encodeValue(idOf(doc))
    const { entries, arrays } = entriesOf(index, doc, value.seq)
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
