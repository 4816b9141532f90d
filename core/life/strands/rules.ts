import type { Instant } from '../../shared/operation'
import { strands, type Strand } from './kinds'

export type StrandCounts = Readonly<Record<Strand, number>>

interface Counted {
  strand?: Strand | undefined
  state: 'published' | 'cancelled'
  startsAt: Instant
}

/** How many of these were held in each strand: published, and begun by now. Nothing is typed twice: they are counted from the activities themselves. */
export const countStrands = (activities: readonly Counted[], now: Instant): StrandCounts => {
  const held = activities.filter(one => one.state === 'published' && one.startsAt <= now)
  const count = (strand: Strand) => held.filter(one => one.strand === strand).length
  return { in: count('in'), out: count('out'), move: count('move') }
}

/** How many of them carry a strand at all. */
export const strandsTogether = (counts: StrandCounts): number => strands.reduce((sum, strand) => sum + counts[strand], 0)
