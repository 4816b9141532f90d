import { requestFailed } from '../errors'
import type { Catalog, Collection } from './catalog'
import { idOf, parseStored, toEjson } from './ejson'
import { describeKey, entriesOf, ID_BYTES, type Entry, type Index } from './entries'
import { after, encodeValue, keyText } from './keys'
import { indexRows } from './paths'
import type { Reader, Stored, Writer } from './store'
import { isDoc, typeName, type Doc } from './values'

/** One document's way from what it was to what it becomes; undefined means that it is not there. */
export interface Change {
  readonly collection: Collection
  readonly key: Buffer
  /** With the document itself where it was read already. */
  readonly before: (Stored & { readonly doc?: Doc }) | undefined
  readonly after: Doc | undefined
  /** The text of `after`, where it was made already. */
  readonly text?: string
  /** The number that a document which was not there gets, where it is settled already. */
  readonly seq?: number
  /** True where no document may be there yet. */
  readonly insert?: boolean
}

/** MongoDB's longest document. */
const DOC_BYTES = 16 * 1024 * 1024

/** MongoDB's deepest document. */
const MOST_LEVELS = 180

const checkNames = (value: unknown, level = 0): void => {
  if (level > MOST_LEVELS) throw requestFailed(`the document is nested deeper than ${MOST_LEVELS} levels`)
  if (Array.isArray(value)) for (const item of value) checkNames(item, level + 1)
  if (!isDoc(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$')) throw requestFailed(`The dollar ($) prefixed field '${key}' in '${key}' is not valid for storage.`)
    checkNames(inner, level + 1)
  }
}

/** Throws DATABASE_REQUEST_FAILED for what MongoDB would not store. */
export const checkDoc = (doc: Doc): void => {
  checkNames(doc)
  const id = idOf(doc)
  if (Array.isArray(id) || id instanceof RegExp || id === undefined)
    throw requestFailed(`The '_id' value cannot be of type ${typeName(id)}`)
  if (encodeValue(id).length > ID_BYTES) throw requestFailed(`the _id is longer than ${ID_BYTES} bytes`)
}

/** The text to store. */
export const storedText = (doc: Doc): string => {
  const text = toEjson(doc)
  if (text.length > DOC_BYTES / 4 && Buffer.byteLength(text) > DOC_BYTES)
    throw requestFailed('BSONObjectTooLarge: the document is longer than 16 MB')
  return text
}

export const duplicateKey = (collection: Collection, name: string, key: string) =>
  requestFailed(`E11000 duplicate key error collection: ${collection.name} index: ${name} dup key: ${key}`)

export const duplicateId = (collection: Collection, doc: Doc) => duplicateKey(collection, '_id_', `{ _id: ${toEjson(idOf(doc) ?? null)} }`)

/** The encoded `_id` of a document's key. */
export const idBytes = (collection: Collection, key: Buffer): Buffer => key.subarray(collection.space.length)

const rowsEqual = (index: Index, a: Doc, b: Doc): boolean => {
  const fields = index.keys.map(key => key.field)
  const texts = (doc: Doc) => indexRows(doc, fields).rows.map(row => keyText(Buffer.concat(row.map(encodeValue))))
  const others = new Set(texts(b))
  return texts(a).some(text => others.has(text))
}

/** The `_id`s (encoded) of the committed documents that hold the entry's place in a unique index. */
export const holdersOf = (reader: Reader, collection: Collection, index: Index, entry: Entry, doc: Doc): Buffer[] => {
  const holders = [...reader.entries({ low: entry.prefix, high: after(entry.prefix) })].map(row => row.value)
  if (!entry.cut) return holders
  return holders.filter(id => {
    const stored = reader.doc(Buffer.concat([collection.space, id]))
    return stored !== undefined && rowsEqual(index, parseStored(stored.text), doc)
  })
}

interface UniqueEntry {
  readonly index: Index
  readonly entry: Entry
}

/** What a document occupies in the unique indexes of its collection. */
export const uniqueEntries = ({ collection, after }: Change): UniqueEntry[] => {
  if (after === undefined) return []
  const unique = collection.indexes.filter(index => index.unique)
  return unique.flatMap(index => entriesOf(index, after, 0).entries.map(entry => ({ index, entry })))
}

/**
 * Writes one change with its index entries. Checks everything first, so that a refusal leaves nothing behind.
 * Throws DATABASE_REQUEST_FAILED (E11000) when another document holds a unique place.
 */
export const applyChange = (writer: Writer, catalog: Catalog, change: Change): void => {
  const { collection, key, before, after } = change
  const id = idBytes(collection, key)
  const seq = before?.seq ?? change.seq ?? catalog.nextSeq()
  if (change.insert && after !== undefined && writer.doc(key) !== undefined) throw duplicateId(collection, after)
  const old = before === undefined || collection.indexes.length === 0 ? undefined : (before.doc ?? parseStored(before.text))
  const steps = collection.indexes.map(index => ({
    index,
    gone: new Map((old === undefined ? [] : entriesOf(index, old, seq).entries).map(entry => [keyText(entry.key), entry])),
    now: after === undefined ? { entries: [], arrays: [] } : entriesOf(index, after, seq),
  }))
  for (const { index, gone, now } of steps) {
    if (!index.unique || after === undefined) continue
    for (const entry of now.entries) {
      if (gone.has(keyText(entry.key)) && !entry.cut) continue
      const taken = holdersOf(writer, collection, index, entry, after).some(holder => !holder.equals(id))
      if (taken) throw duplicateKey(collection, index.name, describeKey(index, after))
    }
  }
  const text = after === undefined ? undefined : (change.text ?? storedText(after))
  for (const { index, gone, now } of steps) {
    if (now.arrays.some(field => !index.arrays.includes(field))) catalog.noteArrays(writer, collection, index, now.arrays)
    for (const entry of now.entries) if (!gone.delete(keyText(entry.key))) writer.putEntry(entry.key, id)
    for (const entry of gone.values()) writer.removeEntry(entry.key)
  }
  if (text === undefined) writer.removeDoc(key, seq)
  else if (before === undefined) writer.addDoc(key, { seq, text })
  else writer.putDoc(key, { seq, text })
}
