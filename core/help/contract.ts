import { requests } from './requests/contract'

/** The operations of this context. */
export const help = { ...requests } as const
