import { cases } from './cases/contract'
import { hours } from './hours/contract'
import { requests } from './requests/contract'
import { wishes } from './wishes/contract'

/** The operations of this context. */
export const help = { ...requests, ...cases, ...hours, ...wishes } as const
