import { maskPhone } from '../../../../core/people/public'
import type { volunteers as contract } from '../../../../core/service/volunteers/contract'
import { metresBetween } from '../../../../core/shared/places'
import { announce } from '../../../kernel/announcements'
import { pointOf } from '../../../kernel/geo'
import { type Member, Members, type Organization, StandingChanged, VOLUNTEERS } from '../../people/public'
import type { Context, Handlers } from '../use-case'

/** Within so many metres of where a branch receives people a volunteer is around it. */
const AROUND = 5000
const MOST = 300

const offering = ({ _id: memberId, name, phones: [phone], helping, home }: Member, { venue }: Organization) => ({
  memberId,
  name,
  ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
  kinds: helping?.kinds ?? [],
  ...(home && venue?.point ? { metres: Math.round(metresBetween(venue.point, pointOf(home))) } : {}),
})

/** The volunteer of that id, who registered by themselves; NOT_FOUND for members of a roster, since their branch knows them. */
const volunteerOf = async ({ store, fail }: Pick<Context<'volunteer.vouch'>, 'store' | 'fail'>, memberId: string): Promise<Member> => {
  const member = await store.table(Members).get(memberId)
  return member?.state === 'active' && member.branchId === VOLUNTEERS ? member : fail('NOT_FOUND')
}

export const vouching: Handlers<Pick<typeof contract, 'volunteer.waiting' | 'volunteer.vouch' | 'volunteer.unvouch'>> = {
  async 'volunteer.waiting'({ orgId }, { store, subject }) {
    const members = store.table(Members)
    const [offered, ours] = await Promise.all([
      members.find({ branchId: VOLUNTEERS, 'helping.kinds': { exists: true }, 'vouched.at': { exists: false } }, { limit: MOST }),
      members.find({ branchId: VOLUNTEERS, 'vouched.orgId': orgId }, { limit: MOST }),
    ])
    const waiting = offered
      .filter(one => one.state === 'active')
      .map(one => offering(one, subject))
      .filter(({ metres }) => subject.kind !== 'branch' || metres === undefined || metres <= AROUND)
      .sort((one, other) => (one.metres ?? Infinity) - (other.metres ?? Infinity) || (one.memberId < other.memberId ? -1 : 1))
    const vouched = ours.flatMap(one =>
      one.state === 'active' && one.vouched ? [{ ...offering(one, subject), by: one.vouched.by.name, at: one.vouched.at }] : [],
    )
    return { waiting, vouched }
  },

  async 'volunteer.vouch'({ orgId, volunteerId }, context) {
    const { store, subject, actor: by, now, audit } = context
    await volunteerOf(context, volunteerId)
    const vouched = { by, at: now, orgId, path: subject.path }
    const written = await store
      .table(Members)
      .update({ _id: volunteerId, 'vouched.at': { exists: false } }, { set: { vouched }, inc: { version: 1 } })
    if (written > 0) audit(volunteerId, 'volunteer.vouched', orgId)
    return {}
  },

  async 'volunteer.unvouch'({ orgId, volunteerId }, context) {
    const { store, subject, audit } = context
    const { vouched } = await volunteerOf(context, volunteerId)
    // What was vouched for elsewhere is not this office's to take back.
    if (vouched && !vouched.path.startsWith(subject.path)) return context.fail('NOT_FOUND')
    const written = await store
      .table(Members)
      .update({ _id: volunteerId, 'vouched.at': { exists: true } }, { unset: ['vouched'], inc: { version: 1 } })
    if (written > 0) audit(volunteerId, 'volunteer.unvouched', orgId)
    await announce(context, StandingChanged, { memberIds: [volunteerId] })
    return {}
  },
}
