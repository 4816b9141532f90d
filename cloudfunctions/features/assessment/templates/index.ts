import type { templates as contract } from '../../../../core/assessment/templates/contract'
import type { Handlers } from '../use-case'
import { read } from './read'
import { save } from './save'

/** Templates of assessments (P60–P63): saved, read, tried on real branches. */
export const templates: Handlers<typeof contract> = { ...read, ...save }
