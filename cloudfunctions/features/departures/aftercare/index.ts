import { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import type { Handlers } from '../use-case'
import { bereaved } from './bereaved'
import { contact } from './contact'
import { get } from './get'
import { list } from './list'
import { look } from './look'
import { mark } from './mark'
import { mine } from './mine'
import { plan } from './plan'
import { tick } from './tick'
import { undo } from './undo'

/**
 * Aftercare (P34, S3 善后): a death is marked with care, everything for the living stops at once, the family gets a checklist, and there is a
 * day to take it back.
 */
export const handlers: Handlers<typeof contract> = {
  ...{ ...look, ...mark, ...undo, ...bereaved },
  ...{ ...get, ...mine, ...list, ...tick, ...plan, ...contact },
}

export { contract }
export { homes } from '../use-case'
