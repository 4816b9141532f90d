import type { Instant } from '../../shared/operation'

/** What became of one telling to one person. */
export interface ToldRow {
  memberId: string
  push: 'due' | 'later' | 'sent' | 'refused' | 'none' | 'failed'
  pushFrom?: Instant
}

/** How far a telling came, each person counted once. */
export interface ToldCounts {
  people: number
  /** The WeChat message went out. */
  sent: number
  /** Their phones have still to ring; the latest at `waitsUntil`, where they wait for the morning. */
  waits: number
  waitsUntil?: Instant
  /** They find it in the inbox alone: no consent, or they were not to be disturbed. */
  inbox: number
  /** No WeChat of theirs or their family's is bound, so that they are to be called. */
  call: string[]
}

/** Counts the rows of one telling; `reachable` are those with a bound account. */
export const countTold = (rows: readonly ToldRow[], reachable: ReadonlySet<string>): ToldCounts => {
  const sent = rows.filter(row => row.push === 'sent')
  const others = rows.filter(row => row.push !== 'sent')
  const bound = others.filter(row => reachable.has(row.memberId))
  const waiting = bound.filter(row => row.push === 'due' || row.push === 'later')
  const until = waiting.flatMap(row => (row.push === 'later' && row.pushFrom !== undefined ? [row.pushFrom] : []))
  return {
    people: rows.length,
    sent: sent.length,
    waits: waiting.length,
    ...(until.length > 0 ? { waitsUntil: Math.max(...until) } : {}),
    inbox: bound.length - waiting.length,
    call: others.filter(row => !reachable.has(row.memberId)).map(row => row.memberId),
  }
}
