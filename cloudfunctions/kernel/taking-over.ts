import type { Collection, Row } from './collection'
import { TakenRows, type AnyRow as Fields } from './documents'
import { saysSame } from './geo'
import { inGroups } from './in-groups'
import type { Ports } from './ports'
import { settle } from './settle'
import type { Filter } from './store'
import type { Meeting, Moving } from './takeover'

/** Whose rows become whose, and by which merge. */
export interface Taking {
  mergeId: string
  from: string
  into: string
}

/** As many rows of one kind as one pass takes over; the timer takes the rest. */
const EACH_PASS = 100
/** As many rows are under way at a time. */
const AT_A_TIME = 10

/** The same value with the one id in place of the other, as a whole text or as a part between colons. */
export const renamed = (value: unknown, from: string, into: string): unknown => {
  if (typeof value === 'string') {
    if (value === from) return into
    return value.includes(from)
      ? value
          .split(':')
          .map(part => (part === from ? into : part))
          .join(':')
      : value
  }
  if (Array.isArray(value)) return value.map(one => renamed(one, from, into))
  // A point of the map is an object of the SDK's own and names no person.
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, from, into)]))
  return value
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string'

const asFields = (value: unknown): Fields => {
  if (!isFields(value)) throw new Error('a row without its id')
  return value
}

/** Who an entry of a list is of: itself, or the member it names. */
export const whoseEntry = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'memberId' in entry ? entry.memberId : entry
const fieldOf = (entry: unknown, field: string): unknown =>
  typeof entry === 'object' && entry !== null ? Object.entries(entry).find(([key]) => key === field)?.[1] : undefined

/** The list with each person once for these fields; the person whose list it is does not stand in it. */
const onceEach = (list: readonly unknown[], fields: readonly string[], owner: string): unknown[] => {
  const seen: unknown[][] = []
  return list.filter(entry => {
    const key = [whoseEntry(entry), ...fields.map(field => fieldOf(entry, field))]
    if (key[0] === owner || seen.some(one => saysSame(one, key))) return false
    seen.push(key)
    return true
  })
}

/** A row as it is once the one record has taken over the other. */
const takenOver = (row: Fields, { once = {}, version }: Moving, { from, into }: Taking, tidy: (row: Fields) => Fields): Fields => {
  const next = asFields(renamed(row, from, into))
  for (const [name, fields] of Object.entries(once)) {
    const list = next[name]
    if (Array.isArray(list)) next[name] = onceEach(list, fields, next._id)
  }
  if (version !== undefined && typeof row[version] === 'number') next[version] = row[version] + 1
  return tidy(next)
}

const noteId = ({ mergeId }: Pick<Taking, 'mergeId'>, name: string, rowId: string) => `${mergeId}:${name}:${rowId}`

/** What a merge does to one collection. */
const takingIn = ({ store, now }: Pick<Ports, 'store' | 'now'>, home: Collection<Row>, taking: Taking) => {
  // Rows are handled as what they are made of: each kind is changed in the same way.
  const table = store.table<Fields>(home as Collection<Fields>)
  const notes = store.table(TakenRows)
  /** Writes down what a row was, once, before it is changed; what it became, each time. */
  const note = async (rowId: string, before: Fields | null, after: Fields | null) => {
    const _id = noteId(taking, home.name, rowId)
    const made = await notes.add({ _id, mergeId: taking.mergeId, collection: home.name, rowId, before, after, at: now })
    if (made === 'added') return
    const standing = await notes.get(_id)
    // Cut off between this note and the change, or after it: what the row was before the merge stands already.
    const known = standing !== null && (standing.before === null || saysSame(standing.after, before))
    await notes.update({ _id }, { set: known ? { after } : { before, after } })
  }
  /** Whether a row is what this merge has made of it already. */
  const isMade = async (rowId: string, row: Fields) => saysSame((await notes.get(noteId(taking, home.name, rowId)))?.after, row)
  const swap = (before: Fields, after: Fields) => table.swap(before, after)
  return { table, note, swap, isMade }
}

/** Brings one row under the other id. Answers undefined where it, or the place it goes to, was changed meanwhile. */
const moveRow = async (
  ports: Pick<Ports, 'store' | 'now'>,
  home: Collection<Row>,
  spec: Moving,
  taking: Taking,
  meeting: Meeting<Fields>,
  row: Fields,
): Promise<true | undefined> => {
  const { table, note, swap, isMade } = takingIn(ports, home, taking)
  const moved = takenOver(row, spec, taking, one => meeting.tidy?.(one, row, ports.now) ?? one)
  if (moved._id === row._id) {
    await note(row._id, row, moved)
    return (await swap(row, moved)) ? true : undefined
  }
  const mine = await table.get(moved._id)
  if (mine) {
    const joined = (await isMade(moved._id, mine)) ? mine : (meeting.join?.(mine, moved) ?? mine)
    await note(moved._id, mine, joined)
    if (!saysSame(mine, joined) && !(await swap(mine, joined))) return undefined
  } else {
    await note(moved._id, null, moved)
    if ((await table.add(moved)) === 'exists') return undefined
  }
  await note(row._id, row, null)
  await table.remove({ _id: row._id })
  return true
}

const filterFor = (place: string, from: string): Filter<Fields> =>
  place === '_id:' ? { _id: { startsWith: `${from}:` } } : { [place]: from }

/** How rows of a collection meet, as its capability says it of its own rows. */
const meetingOf = async ({ house }: Pick<Ports, 'house'>, name: string): Promise<Meeting<Fields>> => {
  const meeting = await house.meetings[name]?.()
  if (!meeting) throw new Error(`nothing says how rows of ${name} meet`)
  return meeting
}

/** Takes over the rows of one collection, at most so many of a kind. Answers whether none is left. */
const takeCollection = async (ports: Ports, home: Collection<Row>, taking: Taking): Promise<boolean> => {
  const { takeover } = home
  if (typeof takeover === 'string') return true
  const { table, note } = takingIn(ports, home, taking)
  const meeting = takeover.way === 'moves' && takeover.meets ? await meetingOf(ports, home.name) : {}
  let all = true
  for (const place of takeover.found) {
    const rows = await table.find(filterFor(place, taking.from), { limit: EACH_PASS })
    if (rows.length === EACH_PASS) all = false
    await inGroups(rows, AT_A_TIME, async seen => {
      if (takeover.way === 'erases') {
        await note(seen._id, seen, null)
        await table.remove({ _id: seen._id })
        return
      }
      await settle(async () => {
        const row = await table.get(seen._id)
        // Taken over by another place that it was found by, or gone meanwhile.
        if (!row || saysSame(renamed(row, taking.from, taking.into), row)) return true
        return moveRow(ports, home, takeover, taking, meeting, row)
      })
    })
  }
  return all
}

/**
 * Lets the rows of one record be those of the other, in every collection, each in its own way. Bounded, safe to repeat and to be cut off anywhere: what is
 * left is found again. Answers whether nothing is left.
 */
export const takeOver = async (ports: Ports, taking: Taking): Promise<boolean> => {
  const done = await Promise.all(ports.house.collections.map(home => takeCollection(ports, home, taking)))
  return done.every(Boolean)
}
