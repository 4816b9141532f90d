import { health as contract } from '../../../../core/upkeep/health/contract'
import { get } from './get'

/** How the environment runs, for the technician of a bureau. */
export const handlers = { ...get }

export { contract }
export { homes } from '../use-case'
