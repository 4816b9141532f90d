import { aftercare } from './aftercare/contract'

/** The operations of this context. */
export const departures = { ...aftercare } as const
