import * as z from 'zod'
import { CloudError } from '../errors'
import type { Declarations, IndexDeclaration } from './declarations'
import type { Index } from './entries'
import { readOrDamaged, UNREADABLE } from './folder'
import { GRID } from './geo-cells'
import { buildIndex, dropIndex, numberDocs } from './indexing'
import { seqIn } from './keys'
import { spaceBytes, spaceRange } from './spaces'
import type { Store, Writer } from './store'

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
  /** As get; undefined for one that does not exist where collections are ad hoc, since nothing says then that the name is a wrong one. */
  joined(name: string): Collection | undefined
  has(name: string): boolean
  list(): Collection[]
  /** The number of the document that comes in next. */
  nextSeq(): number
  /** Makes a collection; `declared` where its queries need an index. */
  create(writer: Writer, name: string, declared: boolean): void
  /** Gives a collection one more index, built from the documents that are there. Throws where they break its uniqueness. */
  addIndex(writer: Writer, name: string, index: IndexDeclaration): void
  /** Remembers that these fields of an index lead through arrays. */
  noteArrays(writer: Writer, collection: Collection, index: Index, arrays: readonly string[]): void
}

const savedSchema = z.object({
  space: z.number(),
  // Absent in a folder written before documents were numbered: they are numbered, and every index is built again.
  numbered: z.literal(true).optional(),
  // Kept for a folder whose collections are managed while it is open.
  declared: z.boolean().optional(),
  indexes: z.array(
    z.object({
      name: z.string(),
      keys: z.array(z.object({ field: z.string(), order: z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')]) })),
      unique: z.boolean(),
      space: z.number(),
      // Absent in a folder written before arrays were told apart by field: such an index is built again.
      arrays: z.array(z.string()).optional(),
      grid: z.number().optional(),
    }),
  ),
})
type Saved = z.infer<typeof savedSchema>

const isGeo = ({ keys }: IndexDeclaration) => keys.some(key => key.order === '2dsphere')

const isSame = (saved: Saved['indexes'][number], wanted: IndexDeclaration) =>
  saved.arrays !== undefined &&
  (saved.grid === GRID || !isGeo(wanted)) &&
  saved.unique === wanted.unique &&
  JSON.stringify(saved.keys) === JSON.stringify(wanted.keys)

const load = (name: string, saved: Pick<Saved, 'space' | 'indexes'>, declared: boolean): Collection => ({
  name,
  declared,
  space: spaceBytes(saved.space),
  indexes: saved.indexes.map(index => ({ ...index, arrays: index.arrays ?? [], grid: index.grid, space: spaceBytes(index.space) })),
})

const save = (writer: Writer, { name, space, indexes, declared }: Collection) => {
  const saved: Saved = {
    space: space.readUInt32BE(),
    numbered: true,
    declared,
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

/**
 * Where no declarations say which collections there are. 'managed': they are made, with their indexes, while the folder is open. 'as they are': those of the
 * folder, with the indexes that they had at the latest start. 'ad hoc': those of the folder, without indexes, and whatever a document is put into.
 */
export type CollectionsMode = 'managed' | 'as they are' | 'ad hoc'

/** The latest number that a document of the store has. */
const latestSeq = (store: Store, spaces: readonly Buffer[]): number =>
  spaces.reduce((latest, space) => {
    for (const { key } of store.reader.docs({ ...spaceRange(space), reverse: true })) return Math.max(latest, seqIn(key))
    return latest
  }, 0)

/**
 * Reads the catalog of the store and brings it in line with the declarations: collections and indexes are made where they lack, an index
 * that is no longer declared is dropped. 'managed' and 'as they are' take the collections and indexes that are there, 'ad hoc' the collections. Documents are never touched, but
 * numbered where they were written before documents were.
 */
export const openCatalog = (folder: string, store: Store, declarations: Declarations['collections'] | CollectionsMode): Catalog => {
  const stored = readOrDamaged(folder, UNREADABLE, () => {
    return new Map(store.catalog().map(({ name, value }) => [name, savedSchema.parse(JSON.parse(value))]))
  })
  const collections = new Map<string, Collection>()
  let last = Math.max(0, ...[...stored.values()].flatMap(saved => [saved.space, ...saved.indexes.map(index => index.space)]))
  const nextSpace = () => ++last
  let latest = latestSeq(store, [...stored.values()].map(({ space }) => spaceBytes(space))) // prettier-ignore
  const nextSeq = () => ++latest

  const declared = new Map(typeof declarations === 'string' ? [] : declarations.map(declaration => [declaration.name, declaration]))
  const settle = (writer: Writer, name: string): void => {
    const old: Saved = stored.get(name) ?? { space: nextSpace(), indexes: [], numbered: true }
    const declaration = declared.get(name)
    const isKept = declarations === 'as they are' || declarations === 'managed'
    const wanted = isKept ? old.indexes : (declaration?.indexes ?? [])
    const needsIndexes = declarations === 'managed' ? old.declared === true : declaration !== undefined
    const kept = old.indexes.filter(index => old.numbered === true && wanted.some(one => one.name === index.name && isSame(index, one)))
    for (const index of old.indexes) if (!kept.includes(index)) dropIndex(writer, spaceBytes(index.space))
    if (old.numbered !== true) numberDocs(writer, spaceBytes(old.space), nextSeq)
    const lacking = wanted.filter(one => !kept.some(index => index.name === one.name))
    const added = lacking.map(one => ({ ...one, space: nextSpace(), arrays: [], grid: isGeo(one) ? GRID : undefined }))
    const collection = load(name, { space: old.space, indexes: [...kept, ...added] }, needsIndexes)
    for (const index of collection.indexes) if (added.some(one => one.name === index.name)) buildIndex(writer, collection, index)
    save(writer, collection)
    collections.set(name, collection)
  }
  store.writeNow(writer => {
    for (const name of new Set([...stored.keys(), ...declared.keys()])) settle(writer, name)
  })

  const get = (name: string): Collection => {
    const found = collections.get(name)
    if (found !== undefined) return found
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      '[ResourceNotFound] Db or Table not exist. Please check your request, but if the problem cannot be solved, contact us.',
    )
  }

  return {
    get,
    joined: name => (declarations === 'ad hoc' ? collections.get(name) : get(name)),
    has: name => collections.has(name),
    list: () => [...collections.values()],
    nextSeq,
    create: (writer, name, isDeclared) => {
      const collection = load(name, { space: nextSpace(), indexes: [] }, isDeclared)
      save(writer, collection)
      collections.set(name, collection)
      writer.onUndone(() => collections.delete(name))
    },
    addIndex: (writer, name, declaration) => {
      const before = get(name)
      const index = { ...declaration, space: spaceBytes(nextSpace()), arrays: [], grid: isGeo(declaration) ? GRID : undefined }
      const collection = { ...before, indexes: [...before.indexes, index] }
      buildIndex(writer, collection, index)
      save(writer, collection)
      collections.set(name, collection)
      writer.onUndone(() => collections.set(name, before))
    },
    noteArrays: (writer, collection, index, arrays) => {
      const before = index.arrays
      index.arrays = [...new Set([...before, ...arrays])]
      save(writer, collection)
      writer.onUndone(() => (index.arrays = before))
    },
  }
}
