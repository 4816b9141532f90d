import { cases } from './cases/contract'
import { requests } from './requests/contract'

/** The operations of this context. */
export const help = { ...requests, ...cases } as const
