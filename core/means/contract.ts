import { dues } from './dues/contract'
import { funds } from './funds/contract'
import { venues } from './venues/contract'

/** The operations of this context. */
export const means = { ...dues, ...funds, ...venues } as const
