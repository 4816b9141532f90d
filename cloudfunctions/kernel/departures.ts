import type { Actor } from './identity'
import type { Ports } from './ports'

/** How a person departs: died, left the roster, withdrew their consent, was transferred to another branch. */
export type Departure = 'died' | 'left' | 'withdrew' | 'transferred'

/**
 * The fate of a collection's rows when a person departs: `kept` as they are, because the past stays where it happened; `released`, so that
 * what is under way goes on without the person; `erased`, with all they say of the person.
 */
export type Fate = 'kept' | 'released' | 'erased'
export type Fates = Readonly<Record<Departure, Fate>>

/** The same fate for every departure. */
export const everywhere = <const F extends Fate>(fate: F) => ({ died: fate, left: fate, withdrew: fate, transferred: fate })
/** The rows stay on every departure: they hold what happened, or nothing about one person. */
export const stays = everywhere('kept')

/** The departing person, and the actor in whose name their affairs are wound up. */
export interface Departing {
  memberId: string
  why: Departure
  by: Actor
}

/** Winds up a person's rows in one collection. Safe to repeat and to be cut off anywhere: a repetition finds what is left. */
export type WindUp = (ports: Ports, departing: Departing) => Promise<void>

/** Winds up a person's affairs in every collection that does not keep them, all at once. Safe to repeat and to be cut off anywhere. */
export const windUp = async (ports: Ports, departing: Departing): Promise<void> => {
  const { collections, windUps } = ports.house
  await Promise.all(
    collections
      .filter(({ fates }) => fates[departing.why] !== 'kept')
      .map(async ({ name }) => {
        const act = await windUps[name]?.()
        if (!act) throw new Error(`nothing winds up ${name}`)
        await act(ports, departing)
      }),
  )
}
