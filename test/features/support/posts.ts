import type { Contract } from '../../../core/contract'
import type { RawInput } from '../../../core/shared/operation'
import { good, type Cloud } from './attendance'
import { DAY, HOUR, MORNING } from './branch'
import { two } from './people'

export const member = (n: number): string => `demo-member-${two(n)}`
export const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index)

interface Wanted extends Partial<Omit<RawInput<Contract['post.publish']>, 'shifts'>> {
  places: number
  /** How many days from the first morning, and how many hours after nine, it begins. */
  day?: number
  hour?: number
  /** How many shifts of an hour, one after the other. */
  shifts?: number
}

/** A post of the demo branch; tomorrow at nine for an hour unless said otherwise. */
export const publish = async (cloud: Cloud, { places, day = 1, hour = 0, shifts = 1, ...more }: Wanted): Promise<{ postId: string }> => {
  const from = MORNING + day * DAY + hour * HOUR
  const input = {
    orgId: 'branch-01',
    kind: '邻里帮',
    title: '邻里帮',
    place: { name: '小区东门', point: { lng: 114.2121, lat: 30.6402 } },
    audience: 'branch' as const,
    ...more,
    shifts: numbers(0, shifts).map(n => ({ startsAt: from + n * HOUR, endsAt: from + (n + 1) * HOUR, places })),
  }
  const { postId } = good(await cloud.as('demo-secretary').calls('post.publish', input))
  return { postId }
}

export const claim = (cloud: Cloud, openid: string, postId: string, shiftId = 's1', group?: string) =>
  cloud.as(openid).calls('post.claim', { postId, shiftId, ...(group === undefined ? {} : { group }) })

export const withdraw = (cloud: Cloud, openid: string, postId: string, shiftId = 's1', reason?: string) =>
  cloud.as(openid).calls('post.withdraw', { postId, shiftId, ...(reason === undefined ? {} : { reason }) })
