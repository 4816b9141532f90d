import { templates as contract } from '../../../../core/assessment/templates/contract'
import type { Handlers } from '../use-case'
import { templates } from '../templates'

/** Assessments (P60): their templates, and rounds in which branches are judged by them. */
export const handlers: Handlers<typeof contract> = { ...templates }

export { contract }
export { homes } from '../use-case'
