import { attendance as contract } from '../../../../core/life/attendance/contract'
import type { Handlers } from '../use-case'
import { askLeave } from './ask-leave'
import { codes } from './codes'
import { exportSheet } from './export'
import { kiosk } from './kiosk'
import { kioskOpen } from './kiosk-open'
import { mark } from './mark'
import { resolve } from './resolve'
import { sheet } from './sheet'
import { signIn } from './sign-in'

/** Sign-in and the sheet (P11). */
export const handlers: Handlers<typeof contract> = {
  ...{ ...signIn, ...askLeave, ...mark, ...resolve },
  ...{ ...codes, ...kioskOpen, ...kiosk, ...sheet, ...exportSheet },
}

export { contract }
export { homes } from '../use-case'
