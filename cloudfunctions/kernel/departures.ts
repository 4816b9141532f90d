import type { Actor } from './identity'
import type { Ports } from './ports'

/** How a person can depart: died, left the roster, withdrew their consent, was transferred to another branch. */
export type Departure = 'died' | 'left' | 'withdrew' | 'transferred'

/**
 * What becomes of a collection's rows when a person departs: `kept` as they are, because the past stays where it happened; `released`, so that what is
 * under way goes on without the person; `erased`, with all that they say of the person.
 */
export type Fate = 'kept' | 'released' | 'erased'
export type Fates = Readonly<Record<Departure, Fate>>

/** The same fate however a person departs. */
export const everywhere = <const F extends Fate>(fate: F) => ({ died: fate, left: fate, withdrew: fate, transferred: fate })
/** The rows stay however a person departs: they hold what happened, or hold nothing of one person. */
export const stays = everywhere('kept')

/** The person who departs, and in the name of which actor their affairs are wound up. */
export interface Departing {
  memberId: string
  why: Departure
  by: Actor
}

/** Winds up what a collection holds of a person. Safe to repeat and to be cut off anywhere: what is left is found again. */
export type WindUp = (ports: Ports, departing: Departing) => Promise<void>

/**
 * Winds up a person's affairs in every collection at once, each in its own way; what is kept is left alone. Safe to repeat and to be cut off
 * anywhere.
 */
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
