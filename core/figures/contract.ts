import { boards } from './boards/contract'

/** The operations of this context. */
export const figures = { ...boards } as const
