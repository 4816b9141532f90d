import { elections as contract } from '../../../../core/voice/elections/contract'
import type { Handlers } from '../use-case'
import { after } from './after'
import { agree } from './agree'
import { count } from './count'
import { get } from './get'
import { prepare } from './prepare'
import { report } from './report'
import { roll } from './roll'

/** Elections of a branch's committee at its meeting (P04). */
export const handlers: Handlers<typeof contract> = {
  ...{ ...get, ...prepare, ...agree, ...roll },
  ...{ ...count, ...after, ...report },
}

export { contract }
export { homes } from '../use-case'
