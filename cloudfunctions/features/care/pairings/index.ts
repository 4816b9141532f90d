import type { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Handlers } from '../../../kernel/ports'
import { acts } from './acts'
import { exporting } from './export'
import { views } from './views'

/** Who looks after whom (P41). */
export const pairings: Handlers<typeof contract> = { ...acts, ...views, ...exporting }
