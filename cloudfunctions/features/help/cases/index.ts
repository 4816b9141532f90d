import { cases as contract } from '../../../../core/help/cases/contract'
import type { Handlers } from '../use-case'
import { open } from './open'
import { people } from './people'
import { read } from './read'
import { talk } from './talk'

/** Quiet cases (P32, 新老联手): known to those named in them alone. */
export const handlers: Handlers<typeof contract> = { ...open, ...people, ...talk, ...read }

export { contract }
export { homes } from '../use-case'
