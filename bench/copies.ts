import { join } from 'node:path'
import * as z from 'zod'
import { openDatabase } from '../localcloud/engine/database'
import { MORNING } from './cloud'

/** What is one for the whole district, and is not copied; years and days name rows of it too. */
const ONE = /^(district|bureau|branch-staff|s-02|demo-bureau|volunteers|vol-01|\d{4}(-.*)?)$/
/** Behind a name of the branch, and behind one of its street. */
const BRANCH = '\u{e000}'
const STREET = '\u{e001}'
/** So many copies of the branches that are there make a street as large as one of the district's. */
const IN_A_STREET = 10
const PHONE = /"1(\d{10})"/g
const POINT = /"coordinates":\[([\d.]+),([\d.]+)\]/g
/** Ids that a clock and chance have made. */
const RANDOM = /^(?=[a-z]*\d)[a-z\d]{20,32}$/

interface Names {
  readonly branch: ReadonlySet<string>
  readonly street: ReadonlySet<string>
  readonly once: ReadonlySet<unknown>
}

/** The text of a document with a mark behind each name that belongs to the branch or the street alone. */
const template = (doc: unknown, { branch, street, once }: Names): string => {
  const isOfBranch = (piece: string) => !once.has(piece) && (branch.has(piece) || RANDOM.test(piece))
  const markOf = (piece: string) => (street.has(piece) ? STREET : isOfBranch(piece) ? BRANCH : '')
  const marked = (text: string) =>
    text
      .split(/([:/| ,])/)
      .map(piece => piece + markOf(piece))
      .join('')
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return marked(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [marked(key), walk(inner)]))
  }
  return JSON.stringify(walk(doc))
}

/** The same document of another branch: other names, phones of its own, a place of its own. */
const copyOf = (text: string, nth: number): Record<string, unknown> => {
  const written = text
    .replaceAll(BRANCH, `x${nth}`)
    .replaceAll(STREET, nth < IN_A_STREET ? '' : `x${nth - (nth % IN_A_STREET)}`)
    .replace(PHONE, (_, digits: string) => `"1${String((Number(digits) + nth * 104_729) % 10_000_000_000).padStart(10, '0')}"`)
    .replace(
      POINT,
      (_, lng: string, lat: string) => `"coordinates":[${Number(lng) + 0.3 * (nth % 60)},${Number(lat) + 0.3 * Math.floor(nth / 60)}]`,
    )
  return z.record(z.string(), z.unknown()).parse(JSON.parse(written))
}

const AT_ONCE = 40

/** There is one of what the district owns, such as its rounds of assessment. */
const isOfDistrict = (doc: Record<string, unknown>) =>
  doc['orgId'] === 'district' && doc['branchId'] === undefined && doc['memberId'] === undefined

/** Its people and its place. */
const OF_STREET = /^(changqing|s-01|demo-street)$/
const isOfStreet = (doc: Record<string, unknown>) => doc['orgId'] === 'changqing' || doc['branchId'] === 'changqing'

/** Puts so many copies of the branches that are there beside them, with everything that they hold, and a street for each ten. Answers how many members there are. */
export const multiply = async (folder: string, copies: number): Promise<number> => {
  const database = await openDatabase({ folder: join(folder, 'database'), collections: 'as they are', now: () => MORNING, durable: false })
  const all = database.listCollections().map(({ name }) => ({ name, docs: [...database.documents(name)] }))
  const streets = new Set(all.flatMap(({ docs }) => docs.filter(isOfStreet).map(doc => doc['_id'])))
  const alone = all.flatMap(({ docs }) => docs.map(doc => doc['_id'])).filter(id => typeof id === 'string')
  const [branch, street] = [new Set<string>(), new Set<string>()]
  const once = new Set(all.flatMap(({ docs }) => docs.filter(isOfDistrict).map(doc => doc['_id'])))
  for (const id of alone)
    if (!/[:/| ,]/.test(id) && !ONE.test(id) && !once.has(id)) (streets.has(id) || OF_STREET.test(id) ? street : branch).add(id)
  const names = { branch, street, once }
  const idOf = (doc: Record<string, unknown>) => template(doc['_id'], names)
  // What may be there once and has no name of the branch in it gets one: the token of a card, the name of a street.
  for (const { name, docs } of all)
    for (const { keys } of database.indexesOf(name).filter(({ unique }) => unique))
      for (const doc of docs) {
        const values = keys.map(({ field }) => doc[field]).filter(value => typeof value === 'string')
        const [last, written] = [values.at(-1), template(values, names)]
        const ofBranch = idOf(doc).includes(BRANCH)
        if (last !== undefined && !written.includes(ofBranch ? BRANCH : STREET) && !ONE.test(last)) (ofBranch ? branch : street).add(last)
      }
  for (const { name, docs } of all) {
    const marked = docs.map(doc => ({ id: idOf(doc), text: template(doc, names) }))
    const ofBranches = marked.filter(({ id }) => id.includes(BRANCH))
    // What belongs to neither keeps its name, and there is one of it.
    const ofStreets = marked.filter(({ id }) => !id.includes(BRANCH) && id.includes(STREET))
    for (let from = 1; marked.length > 0 && from <= copies; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, copies - from + 1) }, (_, n) => from + n)
      const made = some.flatMap(nth => [...ofBranches, ...(nth % IN_A_STREET === 0 ? ofStreets : [])].map(({ text }) => copyOf(text, nth)))
      database.load(name, made, 'insert')
    }
  }
  const { count } = database.listCollections().find(({ name }) => name === 'members') ?? { count: 0 }
  await database.close()
  return count
}
