import { useEffect, useRef } from 'react'

/** So often what goes on by itself is looked at again, ms. */
const EVERY = 20_000

/** Asks again and again while `on`, for a page on which something goes on by itself: a queue of a day, a trip under way. */
export const useLive = (reload: () => Promise<void>, on: boolean): void => {
  const latest = useRef(reload)
  latest.current = reload
  useEffect(() => {
    if (!on) return undefined
    const timer = setInterval(() => void latest.current(), EVERY)
    return () => clearInterval(timer)
  }, [on])
}
