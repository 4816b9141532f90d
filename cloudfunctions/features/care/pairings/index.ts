import { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Handlers } from '../use-case'
import { end } from './end'
import { exportPairings } from './export'
import { gaps } from './gaps'
import { handOver } from './hand-over'
import { history } from './history'
import { list } from './list'
import { mine } from './mine'
import { phone } from './phone'
import { plan } from './plan'
import { set } from './set'
import { suggest } from './suggest'

/** Pairings (P41): which helper looks after which elders. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...set, ...end, ...handOver, ...gaps, ...list, ...suggest, ...plan },
  ...{ ...history, ...mine, ...phone, ...exportPairings },
}

export { contract }
export { homes } from '../use-case'
