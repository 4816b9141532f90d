import type { Collection, Row } from './collection'
import { TakenRows, type AnyRow as Fields, type TakenRow } from './documents'
import { Duplicate } from './failure'
import { saysSame } from './geo'
import { inGroups } from './in-groups'
import type { Ports } from './ports'
import { settle } from './settle'
import { renamed, whoseEntry, type Taking } from './taking-over'

/** As many rows are under way at a time. */
const AT_A_TIME = 10

/** A list as it was before, as far as it still is as it became: entries of the other id are given back; one that was dropped comes back at the end. */
const listGivenBack = (before: readonly unknown[], now: readonly unknown[], { from, into }: Taking): unknown[] => {
  const list = [...now]
  for (const entry of before.filter(one => whoseEntry(one) === from)) {
    if (list.some(one => saysSame(one, entry))) continue
    const at = list.findIndex(one => saysSame(one, renamed(entry, from, into)))
    const twin = before.some(one => saysSame(one, renamed(entry, from, into)))
    if (at >= 0 && !twin) list[at] = entry
    else list.push(entry)
  }
  return list
}

/** A row that was changed since, with the former id wherever it still stands as the merge left it. */
const givenBack = (before: Fields, after: Fields, now: Fields, taking: Taking): Fields => {
  const next: Fields = { ...now }
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = before[field]
    if (saysSame(was, after[field])) continue
    if (saysSame(now[field], after[field])) next[field] = was
    else if (Array.isArray(was) && Array.isArray(now[field])) next[field] = listGivenBack(was, now[field], taking)
  }
  return next
}

/** Puts one row back. Answers false where it was changed since in a way that cannot be told apart. */
const putBack = async (
  ports: Pick<Ports, 'store' | 'now'>,
  home: Collection<Row>,
  { rowId, before, after }: TakenRow,
  taking: Taking,
): Promise<boolean> => {
  // Rows are handled as what they are made of: each kind is changed in the same way.
  const table = ports.store.table<Fields>(home as Collection<Fields>)
  const version = typeof home.takeover === 'object' && home.takeover.way === 'moves' ? home.takeover.version : undefined
  return settle(async (): Promise<boolean | undefined> => {
    const now = await table.get(rowId)
    if (saysSame(now, before)) return true
    if (!now) {
      // What was removed since stays away.
      if (after !== null || before === null) return before === null
      return (await table.add(before)) === 'added' ? true : undefined
    }
    if (before === null) {
      if (!saysSame(now, after)) return false
      await table.remove({ _id: rowId })
      return true
    }
    if (after === null) return false
    const back = givenBack(before, after, now, taking)
    if (version !== undefined && typeof now[version] === 'number') back[version] = now[version] + 1
    try {
      return (await table.swap(now, back)) ? true : undefined
    } catch (error) {
      // Another row has taken its place under a unique key since.
      if (error instanceof Duplicate) return false
      throw error
    }
  })
}

/**
 * Gives back what a merge took over, note by note. Answers how many rows could not be, because much happened to them since. Safe to repeat and to be
 * cut off anywhere: a note goes once its row is back.
 */
export const giveBack = async (ports: Pick<Ports, 'store' | 'now' | 'house'>, taking: Taking): Promise<number> => {
  const table = ports.store.table(TakenRows)
  const notes = await table.findAll({ mergeId: taking.mergeId })
  let lost = 0
  await inGroups(notes, AT_A_TIME, async note => {
    const home = ports.house.collections.find(each => each.name === note.collection)
    if (!home || !(await putBack(ports, home, note, taking))) lost++
    await table.remove({ _id: note._id })
  })
  return lost
}
