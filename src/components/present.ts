import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react'

/**
 * Lets a place know how many things of one kind stand in it, whichever parts put them there: those say `useHere` and know nothing of the place. Parts
 * that are silent while they have nothing to say can so have one heading, which is silent with them.
 */
export const createPresence = () => {
  const Arrive = createContext<(() => () => void) | undefined>(undefined)
  const useHere = () => {
    const arrive = useContext(Arrive)
    // Before the page is handed over: the heading goes with its first line.
    useLayoutEffect(() => arrive?.(), [arrive])
  }
  const useCount = () => {
    const [count, setCount] = useState(0)
    const arrive = useCallback(() => {
      setCount(now => now + 1)
      return () => setCount(now => now - 1)
    }, [])
    return useMemo(() => ({ count, arrive }), [count, arrive])
  }
  return { Arrive, useHere, useCount }
}
