import { teams as contract } from '../../../../core/service/teams/contract'
import type { Handlers } from '../use-case'
import { getHelping } from './get-helping'
import { list } from './list'
import { remove } from './remove'
import { save } from './save'
import { setHelping } from './set-helping'

/** Service teams and what people offer (P21), as far as help requests need them. */
export const handlers: Handlers<typeof contract> = { ...list, ...save, ...remove, ...getHelping, ...setHelping }

export { contract }
export { homes } from '../use-case'
