import { suggestions } from './suggestions/contract'

/** The operations of this context. */
export const voice = { ...suggestions } as const
