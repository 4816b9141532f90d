import { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Handlers } from '../use-case'
import { acts } from './acts'
import { exporting } from './export'
import { views } from './views'

/** Who looks after whom (P41). */
export const handlers: Handlers<typeof contract> = { ...acts, ...views, ...exporting }

export { contract }
export { homes } from '../use-case'
