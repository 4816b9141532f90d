import type { WindUp } from '../../../kernel/departures'
import { changeCare } from './care'

/** Calls and visits by rhythm stop; the last contacts stay known. */
export const stopCare: WindUp = async (ports, { memberId }) => {
  await changeCare(ports, memberId, care => (care.on ? { ...care, on: false, lists: [], lookAt: null } : null))
}
