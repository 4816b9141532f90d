import type { PropsWithChildren, ReactNode } from 'react'
import { createPresence } from './present'

const red = createPresence()

/** Said by what is red of itself: the one main act of a screen. */
export const useRed = red.useHere

/** Tells `last` whether something before it is red already: a first screen has one red block. */
export const OneRed = ({ last, children }: PropsWithChildren<{ last: (taken: boolean) => ReactNode }>) => {
  const { count, arrive } = red.useCount()
  return (
    <>
      <red.Arrive.Provider value={arrive}>{children}</red.Arrive.Provider>
      {last(count > 0)}
    </>
  )
}
