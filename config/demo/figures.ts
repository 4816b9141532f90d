import { topics } from '../../cloudfunctions/features/figures/boards/topics'
import { Organizations } from '../../cloudfunctions/features/people/public'
import { countRollups } from '../../cloudfunctions/kernel/rollup-count'
import { compareRollups } from '../../cloudfunctions/kernel/rollup-night'
import type { Instant } from '../../core/shared/operation'
import { memoryStore } from './memory-store'
import { earlierMonths } from './months'
import type { Seed } from './shape'

/** The documents with the figures of all boards and of the months before, counted as the timer counts them, and last night's comparison done. */
export const withFigures = async (seed: Seed, now: Instant): Promise<Seed> => {
  const { store, rows } = memoryStore(seed)
  while ((await compareRollups({ store, now }, topics, Organizations)) > 0);
  while ((await countRollups({ store, now }, topics, Organizations)) > 0);
  const rollups = rows('rollups')
  return { ...seed, rollups: [...rollups, ...earlierMonths(rollups, now)], 'rollup-nights': rows('rollup-nights') }
}
