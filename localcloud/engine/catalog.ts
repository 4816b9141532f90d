import * as z from 'zod'
import { CloudError } from '../errors'
import type { Declarations, IndexDeclaration } from './declarations'
import { entriesOf, type Index } from './entries'
import { GRID } from './geo-cells'
import { keyText } from './keys'
import { parseStored, idOf, toEjson } from './ejson'
import { readOrDamaged, UNREADABLE } from './folder'
import type { Store, Writer } from './store'
import { after, encodeValue } from './keys'

export interface Collection {
  readonly name: string
  /** False for a collection made ad hoc: its queries need no index. */
  readonly declared: boolean
  /** First bytes of every document's key. */
  readonly space: Buffer
  readonly indexes: readonly Index[]
}

export interface Catalog {
  /** Throws DATABASE_COLLECTION_NOT_EXIST. */
  get(name: string): Collection
  has(name: string): boolean
  list(): Collection[]
  /** Makes an ad hoc collection. */
  create(writer: Writer, name: string): void
  /** Remembers that these fields of an index lead through arrays. */
  noteArrays(writer: Writer, collection: Collection, index: Index, arrays: readonly string[]): void
}

const savedSchema = z.object({
  space: z.number(),
  indexes: z.array(
    z.object({
      name: z.string(),
      keys: z.array(z.object({ field: z.string(), order: z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')]) })),
      unique: z.boolean(),
      space: z.number(),
      // Absent in a folder written before arrays were told apart by field: such an index is built anew.
      arrays: z.array(z.string()).optional(),
      grid: z.number().optional(),
    }),
  ),
})
type Saved = z.infer<typeof savedSchema>

const spaceBytes = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

/** Everything that begins with these bytes. */
export const spaceRange = (space: Buffer) => ({ low: space, high: spaceBytes(space.readUInt32BE() + 1) })

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]

const isGeo = ({ keys }: IndexDeclaration) => keys.some(key => key.order === '2dsphere')

const isSame = (saved: Saved['indexes'][number], wanted: IndexDeclaration) =>
  saved.arrays !== undefined &&
  (saved.grid === GRID || !isGeo(wanted)) &&
  saved.unique === wanted.unique &&
  JSON.stringify(saved.keys) === JSON.stringify(wanted.keys)

const load = (name: string, saved: Saved, declared: boolean): Collection => ({
  name,
  declared,
  space: spaceBytes(saved.space),
  indexes: saved.indexes.map(index => ({ ...index, arrays: index.arrays ?? [], grid: index.grid, space: spaceBytes(index.space) })),
})

const save = (writer: Writer, { name, space, indexes }: Collection) => {
  const saved: Saved = {
    space: space.readUInt32BE(),
    indexes: indexes.map(index => ({
      name: index.name,
      keys: [...index.keys],
      unique: index.unique,
      space: index.space.readUInt32BE(),
      arrays: [...index.arrays],
      grid: index.grid,
    })),
  }
  writer.putCatalog(name, JSON.stringify(saved))
}

/** Fills a new index from the documents that are there already. Throws when they break its uniqueness. */
const build = (writer: Writer, collection: Collection, index: Index) => {
  for (const { value } of [...writer.docs(spaceRange(collection.space))]) {
    const doc = parseStored(value)
    const id = encodeValue(idOf(doc))
    const { entries, arrays } = entriesOf(index, doc, id)
    for (const { key, prefix } of entries) {
      const [other] = index.unique ? writer.entries({ low: prefix, high: after(prefix) }) : []
      if (other !== undefined && keyText(other.value) !== keyText(id)) {
        throw new Error(`cannot build the unique index ${index.name} of ${collection.name}: the document ${toEjson(idOf(doc))} has a twin`)
      }
      writer.putEntry(key, id)
    }
    index.arrays = union(index.arrays, arrays)
  }
}

/**
 * Reads the catalog of the store and brings it in line with the declarations: collections and indexes are made where they lack, an index
 * that is no longer declared is dropped. Documents are never touched. 'as they are' takes what is there and changes nothing.
 */
export const openCatalog = (folder: string, store: Store, declarations: Declarations['collections'] | 'as they are'): Catalog => {
  const stored = readOrDamaged(folder, UNREADABLE, () => {
    return new Map(store.catalog().map(({ name, value }) => [name, savedSchema.parse(JSON.parse(value))]))
  })
  const collections = new Map<string, Collection>()
  let last = Math.max(0, ...[...stored.values()].flatMap(saved => [saved.space, ...saved.indexes.map(index => index.space)]))
  const nextSpace = () => ++last

  if (declarations === 'as they are') for (const [name, saved] of stored) collections.set(name, load(name, saved, false))
  else
    store.writeNow(writer => {
      const wanted = new Map(declarations.map(declaration => [declaration.name, declaration]))
      for (const name of new Set([...stored.keys(), ...wanted.keys()])) {
        const declaration = wanted.get(name)
        const old = stored.get(name) ?? { space: nextSpace(), indexes: [] }
        const kept = old.indexes.filter(index => declaration?.indexes.some(one => one.name === index.name && isSame(index, one)))
        for (const index of old.indexes.filter(one => !kept.includes(one))) {
          for (const { key } of [...writer.entries(spaceRange(spaceBytes(index.space)))]) writer.removeEntry(key)
        }
        const lacking = declaration?.indexes.filter(one => !kept.some(index => index.name === one.name)) ?? []
        const added = lacking.map(one => ({ ...one, space: nextSpace(), arrays: [], grid: isGeo(one) ? GRID : undefined }))
        const collection = load(name, { space: old.space, indexes: [...kept, ...added] }, declaration !== undefined)
        for (const index of collection.indexes.filter(one => added.some(({ name: added }) => added === one.name)))
          build(writer, collection, index)
        save(writer, collection)
        collections.set(name, collection)
      }
    })

  return {
    get: name => {
      const found = collections.get(name)
      if (found !== undefined) return found
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        '[ResourceNotFound] Db or Table not exist. Please check your request, but if the problem cannot be solved, contact us.',
      )
    },
    has: name => collections.has(name),
    list: () => [...collections.values()],
    create: (writer, name) => {
      const collection = load(name, { space: nextSpace(), indexes: [] }, false)
      save(writer, collection)
      collections.set(name, collection)
    },
    noteArrays: (writer, collection, index, arrays) => {
      index.arrays = union(index.arrays, arrays)
      save(writer, collection)
    },
  }
}
