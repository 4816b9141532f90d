import { useSyncExternalStore } from 'react'

/** One value shared by all pages, which tells its readers when it changes. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (told: () => void) => () => void
}

export const createStore = <T>(first: T): Store<T> => {
  let value = first
  const readers = new Set<() => void>()
  return {
    get: () => value,
    set: next => {
      value = next
      for (const told of readers) told()
    },
    subscribe: told => {
      readers.add(told)
      return () => readers.delete(told)
    },
  }
}

/** Reads a store and follows it. */
export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get)
