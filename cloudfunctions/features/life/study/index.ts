import { study as contract } from '../../../../core/life/study/contract'
import type { Handlers } from '../use-case'
import { assign } from './assign'
import { board } from './board'
import { hours } from './hours'
import { lists } from './lists'
import { notes } from './notes'
import { progress } from './progress'
import { report } from './report'

/** What members learn: tasks with a day, reports in their own way, hours that are never typed (P13). */
export const handlers: Handlers<typeof contract> = { ...assign, ...report, ...lists, ...progress, ...hours, ...notes, ...board }

export { contract }
export { homes } from '../use-case'
