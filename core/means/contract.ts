import { dues } from './dues/contract'
import { funds } from './funds/contract'

/** The operations of this context. */
export const means = { ...dues, ...funds } as const
