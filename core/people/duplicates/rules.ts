import { nameKey, sameName } from '../names/names'
import type { Profile } from '../roster/contract'
import { resembles } from '../roster/resemblance'

/** How long a merge can be undone. */
export const UNDO_MS = 24 * 60 * 60_000

/** A record as it is compared. */
export interface Comparable extends Profile {
  _id: string
  branchId: string
  bound: boolean
}

/** Two records, the one that stays first, and in what they agree. */
export interface Pair<R> {
  kept: R
  other: R
  agree: string
}

/** Which of two records stays: the one of the branch; of two there the one whose account is bound; else the one that holds more. */
const isKept = (one: Comparable, other: Comparable, branchId: string): boolean => {
  const weight = (record: Comparable) => [
    record.branchId === branchId ? 1 : 0,
    record.bound ? 1 : 0,
    Object.values(record).filter(value => value !== undefined && value !== '').length,
  ]
  const [ones, others] = [weight(one), weight(other)]
  const at = ones.findIndex((value, index) => value !== others[index])
  return at < 0 ? one._id < other._id : (ones[at] ?? 0) > (others[at] ?? 0)
}

/** In what two records agree so that they may be of one person: what seldom agrees by chance, or one name with the same telephone. */
const agreement = (one: Profile, other: Profile): string | null => {
  const agree = resembles(one, other)
  return agree !== null && sameName(one.name, other.name) ? `姓名、${agree}` : agree
}

const keysOf = ({ name, phones, birthday }: Profile): string[] => [
  `name:${nameKey(name)}`,
  ...phones.map(phone => `phone:${phone}`),
  ...(birthday ? [`birthday:${[birthday.calendar, birthday.year, birthday.month, birthday.day].join('/')}`] : []),
]

/**
 * The pairs of records that may be of one person; at least one of each pair is of the branch. Compares only records that share a name, a telephone or a
 * birthday, each record of the branch being in at most one pair.
 */
export const pairsOf = <R extends Comparable>(records: readonly R[], branchId: string): Pair<R>[] => {
  const byKey = new Map<string, R[]>()
  const taken = new Set<string>()
  const pairs: Pair<R>[] = []
  for (const record of records) {
    const near = new Set(keysOf(record).flatMap(key => byKey.get(key) ?? []))
    for (const key of keysOf(record)) byKey.set(key, [...(byKey.get(key) ?? []), record])
    for (const earlier of near) {
      if (taken.has(earlier._id) || taken.has(record._id)) continue
      if (record.branchId !== branchId && earlier.branchId !== branchId) continue
      const agree = agreement(earlier, record)
      if (agree === null) continue
      taken.add(earlier._id).add(record._id)
      const [kept, other] = isKept(earlier, record, branchId) ? [earlier, record] : [record, earlier]
      pairs.push({ kept, other, agree })
    }
  }
  return pairs
}
