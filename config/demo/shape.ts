import type { Documents } from '../../cloudfunctions/house'

/** Documents by collection, as one part of the demo provides them. */
export type Seed = { [N in keyof Documents]?: Documents[N][] }

/** Two digits, as in the demo's ids. */
export const two = (value: number) => String(value).padStart(2, '0')
