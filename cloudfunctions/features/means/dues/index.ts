import { dues as contract } from '../../../../core/means/dues/contract'
import type { Handlers } from '../use-case'
import { base } from './base'
import { collect } from './collect'
import { file } from './file'
import { lists } from './lists'
import { pay } from './pay'
import { returns } from './returns'

/** Dues (P70, 党费): what each owes, who paid what, what is open. */
export const handlers: Handlers<typeof contract> = { ...base, ...pay, ...collect, ...lists, ...returns, ...file }

export { contract }
export { homes } from '../use-case'
