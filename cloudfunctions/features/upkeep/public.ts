import type { Question } from '../../kernel/store'
import { Restores } from './documents'

/** What other contexts may use of this one. */

/** Finds something while a restore is under way. */
export const whileRestoring: Question = { name: Restores.name, filter: { since: { gte: 0 } } }
