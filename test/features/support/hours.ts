import type { Contract } from '../../../core/contract'
import type { Output, RawInput } from '../../../core/shared/operation'
import { good, type Cloud } from './attendance'
import { DAY, MINUTE, MORNING } from './branch'

/** So many times of half an hour, from ten o'clock of a day after the first morning on. */
export const times = (count: number, day = 3, hour = 1): { startsAt: number; endsAt: number }[] =>
  Array.from({ length: count }, (_, nth) => {
    const startsAt = MORNING + day * DAY + hour * 60 * MINUTE + nth * 30 * MINUTE
    return { startsAt, endsAt: startsAt + 30 * MINUTE }
  })

type Saving = Partial<RawInput<Contract['hours.save']>>

/** A doctor's morning at the demo branch; the host is an in-service member. */
export const doctor = async (cloud: Cloud, more: Saving = {}): Promise<string> => {
  const usual = {
    orgId: 'branch-01',
    title: '家庭医生',
    kind: 'health' as const,
    hostIds: ['v-05'],
    place: { name: '健康小站' },
    slots: times(3),
  }
  return good(await cloud.as('demo-secretary').calls('hours.save', { ...usual, ...more })).hoursId
}

export const HOST = 'demo-volunteer-05'

/** One hour as a member sees it. */
export const offered = async (cloud: Cloud, openid: string, hoursId: string): Promise<Output<Contract['hours.free']>['items'][number]> => {
  const [one] = good(await cloud.as(openid).calls('hours.free', { hoursId })).items
  if (!one) throw new Error('these hours are not offered')
  return one
}
