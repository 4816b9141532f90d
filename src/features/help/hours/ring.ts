import { call } from '../../../platform/call'

/** The numbers of a person concerned by consultation hours, for `CallNumbers`; family is not rung about them. */
export const ring = async (hoursId: string, memberId: string) => {
  const answer = await call('hours.phone', { hoursId, memberId })
  return answer.ok ? { ok: true as const, data: { phones: answer.data.phones, emergency: [] } } : answer
}
