import type { attendance as contract } from '../../../../core/life/attendance/contract'
import type { Handlers } from '../../../kernel/ports'
import { doorHandlers } from './doors'
import { exportSheet } from './export'
import { markHandlers } from './marks'
import { sheetOf } from './sheet'
import { signInHandlers } from './sign-in'

/** Sign-in and the sheet (P11). */
export const attendance: Handlers<typeof contract> = {
  ...signInHandlers,
  ...markHandlers,
  ...doorHandlers,
  'attendance.sheet': (_input, { store, subject }) => sheetOf(store, subject),
  'attendance.export': (_input, { store, files, subject, commandId }) => exportSheet({ store, files }, subject, commandId),
}
