import type { Contract } from '../../../core/contract'
import type { RawInput } from '../../../core/shared/operation'
import { good, stored, type Cloud } from './attendance'
import { room, roomTime } from './inputs'

/** A room of the demo branch, shared with all unless said otherwise. */
export const hall = async (cloud: Cloud, more: Partial<RawInput<Contract['venue.save']>> = {}): Promise<string> =>
  good(await cloud.as('demo-secretary').calls('venue.save', { orgId: 'branch-01', ...room, shared: true, ...more })).venueId

export const book = (cloud: Cloud, openid: string, venueId: string, day = 3, more: Partial<RawInput<Contract['venue.book']>> = {}) =>
  cloud.as(openid).calls('venue.book', { venueId, ...roomTime(day), purpose: '学习会', ...more })

/** What holds a time in a room, on all of its days. */
export const liveIn = async (cloud: Cloud, venueId: string) =>
  (await stored(cloud, 'venue-days', { venueId }))
    .flatMap(day => day.bookings)
    .filter(one => one.state !== 'cancelled')
    .sort((one, other) => one.startsAt - other.startsAt)
