import { circles as contract } from '../../../../core/life/circles/contract'
import type { Handlers } from '../use-case'
import { exportCircles } from './export'
import { join } from './join'
import { keep } from './keep'
import { lists } from './lists'
import { meet } from './meet'
import { results } from './results'

/** Circles (P15): made, joined and left by one tap, with their own activities and matches. */
export const handlers: Handlers<typeof contract> = { ...keep, ...lists, ...join, ...meet, ...results, ...exportCircles }

export { contract }
export { homes } from '../use-case'
