import type { Ports } from './ports'

/**
 * A call upwards. A lower context announces what happened, or what it wants done, without knowing the listeners; higher contexts register
 * them in `cloudfunctions/house.ts`, and each answers.
 */
export interface Announcement<I, O> {
  readonly name: string
  /** Never set: only carries the types. */
  readonly types?: (content: I) => O
}

/** Declares an announcement: what it says, and what each listener answers. */
export const announcement = <I, O = void>(name: string): Announcement<I, O> => ({ name })

type Listen<I, O> = (ports: Ports, content: I) => Promise<O>

/** A listener, loaded when its announcement is made. */
export interface Listener {
  readonly to: string
  readonly load: () => Promise<Listen<never, unknown>>
}

/** Registers a listener to an announcement. */
export const on = <I, O>(to: Announcement<I, O>, load: () => Promise<Listen<I, O>>): Listener => ({ to: to.name, load })

/** Calls all listeners at once and returns their answers, in the order of registration. Fails where one of them fails. */
export const announce = <I, O>(ports: Ports, what: Announcement<I, O>, content: I): Promise<O[]> =>
  Promise.all(
    ports.house.listeners
      .filter(listener => listener.to === what.name)
      // The listener was registered with the types of this announcement.
      .map(async listener => ((await listener.load()) as Listen<I, O>)(ports, content)),
  )
