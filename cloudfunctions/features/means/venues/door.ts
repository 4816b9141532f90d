import type { venues as contract } from '../../../../core/means/venues/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { dayId, VenueDays, Venues } from './documents'
import { liveOf } from './rooms'

export const door: Handlers<Pick<typeof contract, 'venue.print' | 'venue.door'>> = {
  async 'venue.print'(_, { subject, wechat }) {
    const { name, address, orgName, code } = subject
    const picture = await wechat.pageCode(routes.venueDoor.path, code)
    return { name, address, orgName, code: Buffer.from(picture).toString('base64') }
  },

  async 'venue.door'({ code }, { store, now, fail }) {
    const [venue] = await store.table(Venues).find({ code }, { limit: 1 })
    if (!venue) return fail('NOT_FOUND')
    const date = dateOf(now)
    const [day] = await store.join(VenueDays, { _id: dayId(venue._id, date) }, 'orgIds', Organizations, 1)
    const names = new Map((day?.joined ?? []).map(one => [one._id, one.name]))
    const off = venue.state === 'open' ? day?.off?.reason : (venue.endReason ?? '这个场地不用了')
    return {
      ...{ venueId: venue._id, name: venue.name, orgName: venue.orgName, date },
      ...(off === undefined ? {} : { off }),
      items: liveOf(day)
        .sort((one, other) => one.startsAt - other.startsAt)
        .map(({ startsAt, endsAt, orgId, purpose, activityId }) => ({
          ...{ startsAt, endsAt, by: names.get(orgId) ?? '' },
          // What an activity is called is said on the notice; what else a room is for is between those concerned.
          ...(activityId === undefined ? { purpose: '' } : { purpose, activityId }),
        })),
    }
  },
}
