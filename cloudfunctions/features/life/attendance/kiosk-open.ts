import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import { Kiosks } from '../documents'
import type { Handlers } from '../use-case'
import { kioskId, newKioskToken } from './secret'

export const kioskOpen: Handlers<Pick<typeof contract, 'attendance.kioskOpen' | 'attendance.kioskClose'>> = {
  async 'attendance.kioskOpen'(_input, { store, subject, actor, now, fail }) {
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const kioskToken = newKioskToken()
    const { closesAt } = signInWindow(subject)
    const { _id: activityId } = subject
    await store
      .table(Kiosks)
      .put({ _id: kioskId(activityId, kioskToken), activityId, openedBy: actor, at: now, until: closesAt, openid: null, closedAt: null })
    return { kioskToken, closesAt }
  },

  async 'attendance.kioskClose'({ activityId }, { store, now }) {
    return { closed: await store.table(Kiosks).update({ activityId, closedAt: null }, { set: { closedAt: now } }) }
  },
}
