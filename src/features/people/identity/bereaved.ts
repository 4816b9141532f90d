import type { ComponentType } from 'react'

let Part: ComponentType | undefined

/** Says what a family reads whose elder died, at the places where it is asked who they are; the context that looks after departures tells it. */
export const setBereavedPart = (part: ComponentType) => {
  Part = part
}
export const bereavedPart = (): ComponentType | undefined => Part
