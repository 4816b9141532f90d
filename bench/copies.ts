import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { open } from 'lmdb'
import { grouped } from '../core/shared/grouped'
import { openCatalog, type Collection } from '../localcloud/engine/catalog'
import { parseStored } from '../localcloud/engine/ejson'
import { entriesOf, type Index } from '../localcloud/engine/entries'
import { SEQ_BYTES, seqBytes, seqIn } from '../localcloud/engine/keys'
import { docKey, spaceRange } from '../localcloud/engine/spaces'
import { openStore } from '../localcloud/engine/store'
import { isDoc, type Doc } from '../localcloud/engine/values'
import {
  BRANCH,
  INVERTED,
  IN_A_STREET,
  IN_TEXTS,
  PHONE,
  SAMPLE,
  STREET,
  keyOf,
  numbered,
  piecesAt,
  piecesOfKey,
  stampOf,
  stamped,
  written,
  type Pieces,
} from './stamps'

/** What is one for the whole district, and is not copied; years and days name rows of it too. */
const ONE = /^(district|bureau|branch-staff|s-02|demo-bureau|volunteers|vol-01|\d{4}(-.*)?)$/
const IS_PHONE = /^1\d{10}$/
const POINT = /"coordinates":\[([\d.]+),([\d.]+)\]/g
/** Ids that a clock and chance have made. */
const RANDOM = /^(?=[a-z]*\d)[a-z\d]{20,32}$/

interface Names {
  readonly branch: ReadonlySet<string>
  readonly street: ReadonlySet<string>
  readonly once: ReadonlySet<unknown>
}

/** A value with a mark before each name that belongs to the branch or the street alone, and before each phone. */
const marked = (value: unknown, names: Names): unknown => {
  const isOfBranch = (piece: string) => !names.once.has(piece) && (names.branch.has(piece) || RANDOM.test(piece))
  const markOf = (piece: string) => (names.street.has(piece) ? STREET : isOfBranch(piece) ? BRANCH : '')
  const text = (whole: string) =>
    IS_PHONE.test(whole)
      ? PHONE + whole
      : whole
          .split(/([:/| ,])/)
          .map(piece => markOf(piece) + piece)
          .join('')
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return value.map(one => marked(one, names))
  if (!isDoc(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [text(key), marked(inner, names)]))
}
const markedText = (value: unknown, names: Names) => JSON.stringify(marked(value, names))

const moved = (text: string, nth: number) =>
  text.replace(
    POINT,
    (_, lng: string, lat: string) => `"coordinates":[${Number(lng) + 0.3 * (nth % 60)},${Number(lat) + 0.3 * Math.floor(nth / 60)}]`,
  )

/** There is one of what the district owns, such as its rounds of assessment. */
const isOfDistrict = (doc: Doc) => doc['orgId'] === 'district' && doc['branchId'] === undefined && doc['memberId'] === undefined

/** Its people and its place. */
const OF_STREET = /^(changqing|s-01|demo-street)$/
const isOfStreet = (doc: Doc) => doc['orgId'] === 'changqing' || doc['branchId'] === 'changqing'

interface Held {
  readonly collection: Collection
  readonly docs: readonly Doc[]
}

/** Which names belong to the branches that are there, and which to their street. */
const namesIn = (all: readonly Held[]): Names => {
  const streets = new Set(all.flatMap(({ docs }) => docs.filter(isOfStreet).map(doc => doc['_id'])))
  const alone = all.flatMap(({ docs }) => docs.map(doc => doc['_id'])).filter(id => typeof id === 'string')
  const [branch, street] = [new Set<string>(), new Set<string>()]
  const once = new Set(all.flatMap(({ docs }) => docs.filter(isOfDistrict).map(doc => doc['_id'])))
  for (const id of alone)
    if (!/[:/| ,]/.test(id) && !ONE.test(id) && !once.has(id)) (streets.has(id) || OF_STREET.test(id) ? street : branch).add(id)
  const names = { branch, street, once }
  // What may be there once and has no name of the branch in it gets one: the token of a card, the name of a street.
  for (const { collection, docs } of all)
    for (const { keys } of collection.indexes.filter(({ unique }) => unique))
      for (const doc of docs) {
        const values = keys.map(({ field }) => doc[field]).filter(value => typeof value === 'string')
        const last = values.at(-1)
        const ofBranch = markedText(doc['_id'], names).includes(BRANCH)
        const own = markedText(values, names)
        if (last !== undefined && !own.includes(ofBranch ? BRANCH : STREET) && !ONE.test(last)) (ofBranch ? branch : street).add(last)
      }
  return names
}

/** What is copied of a collection: a document with marks, and whether it is there once in a street. */
interface Template {
  readonly doc: Doc
  readonly text: Pieces
  readonly hasPoint: boolean
  /** The `_id` as it stands in keys. */
  readonly id: Pieces
  readonly perStreet: boolean
}

/** What is put into a tree of the store. */
type Puts = Generator<readonly [key: Buffer, value: Buffer]>
type SeqOf = (nth: number, at: number) => number

const isCopied = ({ perStreet }: Template, nth: number) => !perStreet || nth % IN_A_STREET === 0

/** Each with each copy, in the order of keys: what has the same beginning up to the first name is gone through copy by copy. */
function* inOrder<T extends { readonly key: Pieces }>(all: readonly T[], copies: number): Generator<readonly [T, number]> {
  const leadOf = ({ key: [first] }: T) => (typeof first !== 'string' || first === BRANCH || first === STREET ? '' : first)
  const sorted = all
    .map(one => ({ one, sample: written(one.key, SAMPLE), lead: leadOf(one) }))
    .sort((one, other) => (one.sample < other.sample ? -1 : 1))
  for (const some of grouped(sorted, ({ lead }) => lead).values())
    for (let nth = 1; nth <= copies; nth++) for (const { one } of some) yield [one, nth]
}

function* documentsIn({ space }: Collection, templates: readonly Template[], copies: number, seqOf: SeqOf): Puts {
  const key = Buffer.concat([space, Buffer.alloc(SEQ_BYTES)])
  const stamps = templates.map(one => stampOf(one.text, 'utf8'))
  for (let nth = 1; nth <= copies; nth++)
    for (const [at, one] of templates.entries()) {
      if (!isCopied(one, nth)) continue
      const stamp = nth < IN_A_STREET || one.hasPoint ? undefined : stamps[at]
      yield [numbered(key, seqOf(nth, at)), stamp ? stamped(stamp, nth) : Buffer.from(moved(written(one.text, nth), nth))]
    }
}

interface Keyed {
  readonly one: Template
  readonly at: number
  readonly key: Pieces
}

/** Keys in their order, with what each belongs to; all but those of the first street are stamped. */
function* keysIn(all: readonly Keyed[], copies: number, room: number): Generator<readonly [key: Buffer, of: Keyed, nth: number]> {
  const stamps = all.map(of => ({ of, key: of.key, stamp: stampOf(of.key, 'latin1', room) }))
  for (const [{ of, key, stamp }, nth] of inOrder(stamps, copies))
    if (isCopied(of.one, nth))
      yield [nth < IN_A_STREET ? Buffer.concat([keyOf(key, nth), Buffer.alloc(room)]) : stamped(stamp, nth), of, nth]
}

function* idsIn({ space }: Collection, templates: readonly Template[], copies: number, seqOf: SeqOf): Puts {
  const value = Buffer.alloc(SEQ_BYTES)
  const all = templates.map((one, at) => ({ one, at, key: [space.toString('latin1'), ...one.id] }))
  for (const [key, { at }, nth] of keysIn(all, copies, 0)) yield [key, numbered(value, seqOf(nth, at))]
}

function* entriesIn(index: Index, templates: readonly Template[], copies: number, seqOf: SeqOf): Puts {
  const isGeo = index.keys.some(({ order }) => order === '2dsphere')
  const all = templates.map((one, at) => ({ one, at, keys: entriesOf(index, one.doc, 0).entries.map(({ prefix }) => prefix) }))
  // A place has a cell of its own, and a name turned over no longer tells where it begins: these are worked out copy by copy.
  const isApart = ({ one, keys }: (typeof all)[number]) =>
    (isGeo && one.hasPoint) || keys.some(key => INVERTED.some(mark => key.includes(mark)))
  const plain = all.filter(one => !isApart(one)).flatMap(({ one, at, keys }) => keys.map(key => ({ one, at, key: piecesOfKey(key) })))
  const ids = templates.map(({ id }) => stampOf(id, 'latin1'))
  for (const [key, { one, at }, nth] of keysIn(plain, copies, SEQ_BYTES)) {
    const id = nth < IN_A_STREET ? undefined : ids[at]
    yield [numbered(key, seqOf(nth, at)), id ? stamped(id, nth) : keyOf(one.id, nth)]
  }
  for (let nth = 1; nth <= copies; nth++)
    for (const { one, at } of all.filter(isApart)) {
      if (!isCopied(one, nth)) continue
      const doc = parseStored(moved(written(one.text, nth), nth))
      for (const { key } of entriesOf(index, doc, seqOf(nth, at)).entries) yield [key, keyOf(one.id, nth)]
    }
}

/** So much goes into one commit. */
const IN_A_COMMIT = 200_000
const EVERYTHING = { low: Buffer.alloc(1), high: Buffer.alloc(16, 0xff) }

/** An empty store in the shape of the engine's, filled tree by tree. */
const openTrees = (folder: string) => {
  const env = open({ path: folder, noSubdir: false, noSync: true, maxDbs: 8, eventTurnBatching: false, overlappingSync: false })
  // A text is kept as its bytes.
  const bytes = (name: string) => env.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' })
  const trees = { documents: bytes('documents'), ids: bytes('ids'), entries: bytes('entries') }
  const catalog = env.openDB<string, string>({ name: 'catalog', encoding: 'string' })
  return {
    put: (tree: keyof typeof trees, puts: Puts) => {
      const rest = puts[Symbol.iterator]()
      const some = (): boolean => {
        for (let n = 0; n < IN_A_COMMIT; n++) {
          const next = rest.next()
          if (next.done === true) return false
          trees[tree].putSync(next.value[0], next.value[1])
        }
        return true
      }
      while (env.transactionSync(some));
    },
    putCatalog: (name: string, value: string) => catalog.putSync(name, value),
    close: () => env.close(),
  }
}

/**
 * Puts so many copies of the branches that are there beside them, with everything that they hold, and a street for each ten. Answers how many members
 * there are. The store is made again in the order of its keys: as inserts, half a million members would take hours, and twice the room.
 */
export const multiply = async (folder: string, copies: number): Promise<number> => {
  const [old, made] = [join(folder, 'database'), join(folder, 'database-made')]
  const store = openStore(old, { patience: 2, durable: false })
  const all = openCatalog(old, store, 'as they are')
    .list()
    .map(collection => ({ collection, docs: [...store.reader.docs(spaceRange(collection.space))].map(({ value }) => parseStored(value)) }))
  const names = namesIn(all)
  const latest = Math.max(0, ...[...store.reader.docs(EVERYTHING)].map(({ key }) => seqIn(key)))
  const templatesOf = (docs: readonly Doc[]) =>
    docs.flatMap((doc): Template[] => {
      const id = markedText(doc['_id'], names)
      const marks = marked(doc, names)
      // What belongs to neither keeps its name, and there is one of it.
      if (!isDoc(marks) || (!id.includes(BRANCH) && !id.includes(STREET))) return []
      const text = JSON.stringify(marks)
      const key = piecesOfKey(docKey({ space: Buffer.alloc(0) }, marks['_id']))
      return [{ doc: marks, text: piecesAt(text, IN_TEXTS), hasPoint: text.search(POINT) !== -1, id: key, perStreet: !id.includes(BRANCH) }]
    })
  const copied = all
    .map(({ collection, docs }) => ({ collection, templates: templatesOf(docs) }))
    .map(one => ({ ...one, seqOf: (nth: number, at: number) => latest + 1 + (nth - 1) * one.templates.length + at }))
    .sort((one, other) => Buffer.compare(one.collection.space, other.collection.space))
  const indexes = copied
    .flatMap(one => one.collection.indexes.map(index => ({ ...one, index })))
    .sort((one, other) => Buffer.compare(one.index.space, other.index.space))

  const trees = openTrees(made)
  for (const { collection, templates, seqOf } of copied) trees.put('documents', documentsIn(collection, templates, copies, seqOf))
  for (const { collection, templates, seqOf } of copied) trees.put('ids', idsIn(collection, templates, copies, seqOf))
  for (const { index, templates, seqOf } of indexes) trees.put('entries', entriesIn(index, templates, copies, seqOf))
  trees.put(
    'documents',
    rows(store.reader.docs(EVERYTHING), text => Buffer.from(text)),
  )
  trees.put('ids', rows(store.reader.ids(EVERYTHING), seqBytes))
  trees.put(
    'entries',
    rows(store.reader.entries(EVERYTHING), id => id),
  )
  for (const { name, value } of store.catalog()) trees.putCatalog(name, value)
  await trees.close()
  await store.close()
  await rm(old, { recursive: true })
  await rename(made, old)
  const members = copied.find(({ collection }) => collection.name === 'members')?.templates.length ?? 0
  return members * (copies + 1)
}

function* rows<V>(all: Iterable<{ key: Buffer; value: V }>, bytesOf: (value: V) => Buffer): Puts {
  for (const { key, value } of all) yield [key, bytesOf(value)]
}
