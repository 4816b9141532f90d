import type { Collection } from './catalog'
import { parseStored } from './ejson'
import { nearestAt, nearOf } from './geo'
import { matcherOf } from './matcher'
import { indexOf, planQuery } from './planner'
import { candidates, type Found, type Search, type View } from './search'
import { EARTH } from './sphere'
import { isDoc, type Doc } from './values'

/** What a query says of nearness, and of which field. */
interface Near {
  readonly field: string
  readonly operand: unknown
}

export const nearIn = (query: Doc): Near | undefined => {
  for (const [field, value] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(value)) {
      const found = value
        .filter(isDoc)
        .map(nearIn)
        .find(one => one !== undefined)
      if (found !== undefined) return found
    }
    const operand = isDoc(value) ? (value['$nearSphere'] ?? value['$near']) : undefined
    if (operand !== undefined) return { field, operand }
  }
  return undefined
}

interface Distant {
  readonly found: Found
  readonly metres: number
}

/** As far away, they come in the order of insertion. */
const nearestFirst = (a: Distant, b: Distant) => a.metres - b.metres || a.found.seq - b.found.seq

export const sortNear = (all: readonly Found[], { field, operand }: Near): Found[] => {
  const { center } = nearOf(operand)
  return all
    .map(found => ({ found, metres: nearestAt(found.doc, field, center) }))
    .sort(nearestFirst)
    .map(({ found }) => found)
}

/** The radius of the first circle in metres. */
const FIRST = 125
const FARTHEST = Math.PI * EARTH

/**
 * The `wanted` nearest documents, nearest first, looked for in circles that widen until enough lie inside: in a crowded town no more is
 * looked at than in a village. Undefined where no geo index leads to them.
 */
export const findNearest = (view: View, collection: Collection, search: Search, near: Near, wanted: number): Found[] | undefined => {
  const { query, variables = {} } = search
  const { field, operand } = near
  const { center, max } = nearOf(operand)
  const farthest = Math.min(max, FARTHEST)
  const matches = matcherOf(query, variables)
  const known = new Map<number, Distant | undefined>()
  for (let radius = FIRST; ; radius *= 2) {
    const isLast = radius >= farthest
    const circle = isLast ? operand : { ...(isDoc(operand) ? operand : {}), $maxDistance: radius }
    const plan = planQuery(collection, { $and: [query, { [field]: { $nearSphere: circle } }] }, { order: [], limited: true, variables })
    if (!plan.walks.every(walk => indexOf(walk)?.keys.some(key => key.order === '2dsphere'))) return undefined
    for (const { seq, text } of candidates(view.reader, collection, plan.walks, false)) {
      if (known.has(seq)) continue
      const doc = parseStored(text)
      known.set(seq, matches(doc) ? { found: { doc, seq, text }, metres: nearestAt(doc, field, center) } : undefined)
    }
    const inside = [...known.values()].filter(one => one !== undefined).filter(one => isLast || one.metres <= radius)
    if (!isLast && inside.length < wanted) continue
    view.observe?.(plan.served, known.size)
    return inside
      .sort(nearestFirst)
      .slice(0, wanted)
      .map(({ found }) => found)
  }
}
