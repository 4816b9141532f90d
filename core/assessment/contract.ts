import { templates } from './templates/contract'

/** The operations of this context. */
export const assessment = { ...templates } as const
