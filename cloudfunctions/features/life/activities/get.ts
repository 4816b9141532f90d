import type { activities as contract } from '../../../../core/life/activities/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import { inForce } from '../../../../core/shared/hours'
import { Organizations } from '../../people/public'
import { Attendances, Receipts } from '../documents'
import type { Handlers } from '../use-case'
import { Circles } from '../circles/documents'
import { themeAt } from '../strands/themes'
import { itemOf } from './item'
import { shownRecord } from './record'

export const get: Handlers<Pick<typeof contract, 'activity.get'>> = {
  async 'activity.get'({ activityId }, { store, subject, person, may }) {
    const mine = `${activityId}:${person._id}`
    const [branch, signIn, receipt, theme, circle] = await Promise.all([
      store.table(Organizations).get(subject.branchId),
      store.table(Attendances).get(mine),
      store.table(Receipts).get(mine),
      themeAt(store, subject.branchId, subject.startsAt),
      subject.circleId === undefined ? null : store.table(Circles).get(subject.circleId),
    ])
    const { opensAt, closesAt } = signInWindow(subject)
    const current = inForce(signIn, subject)
    return {
      ...itemOf(subject, person._id),
      branchName: branch?.name ?? '',
      ...(theme === null ? {} : { theme }),
      ...(circle === null ? {} : { circleName: circle.name }),
      ...(subject.venueId === undefined ? {} : { venueId: subject.venueId }),
      audience: subject.audience,
      body: subject.body,
      parts: subject.parts,
      ...(subject.cancelReason === undefined ? {} : { cancelReason: subject.cancelReason }),
      signInOpensAt: opensAt,
      signInClosesAt: closesAt,
      mySignIn: current && { state: current.state, at: current.at, late: current.late },
      read: receipt !== null,
      may: may('change', 'cancel', 'record', 'remind'),
      ...(subject.record ? { record: shownRecord(subject.record, may('record').length > 0) } : {}),
    }
  },
}
