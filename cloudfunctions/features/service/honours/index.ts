import { honours as contract } from '../../../../core/service/honours/contract'
import type { Handlers } from '../use-case'
import { exportHonours } from './export'
import { grant } from './grant'
import { list } from './list'

/** Honours (P25): granted, proved, withdrawn, shown on a wall. */
export const handlers: Handlers<typeof contract> = { ...grant, ...list, ...exportHonours }

export { contract }
export { homes } from '../use-case'
