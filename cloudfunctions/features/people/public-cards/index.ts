import { publicCards as contract } from '../../../../core/people/public-cards/contract'
import type { Handlers } from '../use-case'
import { get } from './get'
import { mine } from './mine'
import { phone } from './phone'
import { publish } from './publish'
import { withdraw } from './withdraw'

/** Public cards (亮身份, S0): what a member shows of themselves to everybody. */
export const handlers: Handlers<typeof contract> = { ...mine, ...publish, ...withdraw, ...get, ...phone }

export { contract }
export { homes } from '../use-case'
