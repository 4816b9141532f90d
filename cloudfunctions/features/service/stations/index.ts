import { stations as contract } from '../../../../core/service/stations/contract'
import type { Handlers } from '../use-case'
import { exportStations } from './export'
import { lists } from './lists'
import { plan } from './plan'
import { print } from './print'
import { publish } from './publish'
import { roster } from './roster'
import { save } from './save'
import { words } from './words'

/** Service stations and points (P21): where they are, who is on duty, what is said at their door. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...save, ...lists, ...roster, ...plan, ...publish },
  ...{ ...words, ...print, ...exportStations },
}

export { contract }
export { homes } from '../use-case'
