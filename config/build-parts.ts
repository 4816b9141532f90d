import { availableParallelism, totalmem } from 'node:os'

/** What a build of the phones takes at most, in bytes. */
const ONE_BUILD = 1.5 * 2 ** 30

export interface Built {
  name: string
  /** Was anything to be done? */
  built: boolean
  seconds: number
}

/**
 * Builds what is stale, as many at once as there are cores and memory for, and tells of each as soon as it is there.
 * @throws what the first failed with, after all have ended
 */
export const buildParts = async (parts: Readonly<Record<string, () => Promise<boolean>>>, tell: (part: Built) => void): Promise<void> => {
  const waiting = Object.entries(parts)
  const failures: unknown[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, build] = next
      const began = performance.now()
      try {
        tell({ name, built: await build(), seconds: (performance.now() - began) / 1000 })
      } catch (error) {
        failures.push(error)
      }
    }
  }
  const atOnce = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / ONE_BUILD)))
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failures.length > 0) throw failures[0]
}
