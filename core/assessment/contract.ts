import { rounds } from './rounds/contract'
import { templates } from './templates/contract'

/** The operations of this context. */
export const assessment = { ...templates, ...rounds } as const
