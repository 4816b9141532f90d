import type { Placing } from '../../../../core/life/circles/rules'

/** A person in the order of a ranking that is being written; `tied` with the one before. */
export interface Ranked {
  memberId: string
  tied: boolean
}

/** The places of an order: who is tied shares the place before; the next is numbered by how many stand before them. */
export const placesOf = (order: readonly Ranked[]): Placing[] =>
  order.reduce<Placing[]>((placed, { memberId, tied }, index) => {
    const before = placed.at(-1)
    return [...placed, { memberId, place: tied && before ? before.place : index + 1 }]
  }, [])

/** The order of places that stand. */
export const orderOf = (places: readonly Placing[]): Ranked[] =>
  places.map(({ memberId, place }, index) => ({ memberId, tied: places[index - 1]?.place === place }))
