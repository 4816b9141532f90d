import { dues } from './dues/contract'

/** The operations of this context. */
export const means = { ...dues } as const
