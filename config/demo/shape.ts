import type { Documents } from '../../cloudfunctions/house'

/** Documents by collection, as one part of the demo puts them there. */
export type Seed = { [N in keyof Documents]?: Documents[N][] }

/** Two digits, as the demo's ids have them. */
export const two = (value: number) => String(value).padStart(2, '0')
