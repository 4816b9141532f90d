import { hours as contract } from '../../../../core/help/hours/contract'
import type { Handlers } from '../use-case'
import { book } from './book'
import { cancel } from './cancel'
import { day } from './day'
import { exportHours } from './export'
import { lists } from './lists'
import { phone } from './phone'
import { save } from './save'
import { wait } from './wait'

/** Consultation hours (P33): one tap for the next free time, one holder for each. */
export const handlers: Handlers<typeof contract> = { ...save, ...book, ...cancel, ...wait, ...day, ...lists, ...phone, ...exportHours }

export { contract }
export { homes } from '../use-case'
