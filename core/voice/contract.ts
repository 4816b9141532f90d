import { ballots } from './ballots/contract'
import { suggestions } from './suggestions/contract'

/** The operations of this context. */
export const voice = { ...suggestions, ...ballots } as const
