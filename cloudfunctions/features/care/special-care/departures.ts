import type { WindUp } from '../../../kernel/departures'
import { changeCare } from './care'

/** Calls and visits by rhythm stop; when the person was last heard of stays known. */
export const stopCare: WindUp = async (ports, { memberId }) => {
  await changeCare(ports, memberId, care => (care.on ? { ...care, on: false, lists: [], lookAt: null } : null))
}
