import { backups as contract } from '../../../../core/upkeep/backups/contract'
import type { Handlers } from '../use-case'
import { stateOf } from './state'

/** Backups: made each night into the storage, sealed to a key that the environment does not hold, or from a laptop. */
export const handlers: Handlers<typeof contract> = {
  'backup.state': async (_, { store, environment }) => {
    const state = await stateOf(store)
    const { running, last, trial } = state ?? {}
    return {
      state: environment().backup === undefined ? 'no-key' : running ? 'running' : 'waiting',
      ...(running ? { running: { startedAt: running.startedAt, rows: sum(running.counts) } } : {}),
      ...(last ? { last } : {}),
      ...(trial ? { trial } : {}),
    }
  },
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0)

export { contract }
export { homes } from '../use-case'
