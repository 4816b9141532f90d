import { venues as contract } from '../../../../core/means/venues/contract'
import type { Handlers } from '../use-case'
import { book } from './book'
import { cancel } from './cancel'
import { close } from './close'
import { door } from './door'
import { exportVenues } from './export'
import { lists } from './lists'
import { save } from './save'

/** Rooms (P71): never two holders in one at a time. */
export const handlers: Handlers<typeof contract> = { ...save, ...book, ...cancel, ...close, ...lists, ...door, ...exportVenues }

export { contract }
export { homes } from '../use-case'
