import { attendance as contract } from '../../../../core/life/attendance/contract'
import type { Handlers } from '../use-case'
import { doorHandlers } from './doors'
import { exportSheet } from './export'
import { markHandlers } from './marks'
import { sheetOf } from './sheet'
import { signInHandlers } from './sign-in'

/** Sign-in and the sheet (P11). */
export const handlers: Handlers<typeof contract> = {
  ...signInHandlers,
  ...markHandlers,
  ...doorHandlers,
  'attendance.sheet': (_input, { store, subject }) => sheetOf(store, subject),
  'attendance.export': (_input, { store, files, subject, commandId }) => exportSheet({ store, files }, subject, commandId),
}

export { contract }
export { homes } from '../use-case'
