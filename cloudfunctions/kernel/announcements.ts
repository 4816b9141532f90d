import type { Ports } from './ports'

/**
 * A call upwards. A context says what happened, or what it wants done, without knowing who hears it; contexts above it register who does
 * (`cloudfunctions/house.ts`), and each answers.
 */
export interface Announcement<I, O> {
  readonly name: string
  /** Never there: it only carries the types. */
  readonly types?: (content: I) => O
}

export const announcement = <I, O = void>(name: string): Announcement<I, O> => ({ name })

type Listen<I, O> = (ports: Ports, content: I) => Promise<O>

/** One listener, loaded when its announcement is made. */
export interface Listener {
  readonly to: string
  readonly load: () => Promise<Listen<never, unknown>>
}

/** Registers who hears an announcement. */
export const on = <I, O>(to: Announcement<I, O>, load: () => Promise<Listen<I, O>>): Listener => ({ to: to.name, load })

/** Tells all listeners at once and gives their answers, in the order in which they are registered. Fails where one of them does. */
export const announce = <I, O>(ports: Ports, what: Announcement<I, O>, content: I): Promise<O[]> =>
  Promise.all(
    ports.house.listeners
      .filter(listener => listener.to === what.name)
      // The name was registered together with the types of this very announcement.
      .map(async listener => ((await listener.load()) as Listen<I, O>)(ports, content)),
  )
