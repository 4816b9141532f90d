import type { posts as contract } from '../../../../core/service/posts/contract'
import { shiftMeant, signInDoor } from '../../../../core/service/posts/day'
import { signedIn } from '../../../../core/service/posts/service-row'
import { inForce } from '../../../../core/shared/hours'
import { Services, type Service } from '../documents'
import type { Handlers } from '../use-case'
import { prove } from './prove'
import { decideServices, serviceId, whoseRow } from './services'
import { servicesInForce, wasThere } from './services-in-force'

export const signIn: Handlers<Pick<typeof contract, 'post.signIn'>> = {
  async 'post.signIn'({ shiftId, ...proof }, context) {
    const { subject, person, actor, now, store, audit, fail } = context
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const heard = ({ shiftId: of, signedInAt }: Pick<Service, 'shiftId' | 'signedInAt'>, first: boolean) => ({
      ...{ state: 'signed-in' as const, shiftId: of, first },
      // A person who came has a time of coming.
      at: signedInAt ?? now,
    })
    const shift = shiftMeant(subject, person._id, shiftId, signInDoor, now)
    if (!shift) {
      // Who stands in for a holder was signed in by the organizer.
      const rows = (await servicesInForce(store, subject, person._id)).filter(row => shiftId === undefined || row.shiftId === shiftId)
      const row = rows.find(one => one.state === 'in')
      return row ? heard(row, false) : fail('NOT_HOLDING')
    }
    const services = store.table(Services)
    const id = serviceId(subject._id, shift.shiftId, person._id)
    try {
      await prove(context, signInDoor(shift), proof)
    } catch (error) {
      // Who is in already hears so, whatever they show and however late it is.
      const row = inForce(await services.get(id), shift)
      if (row && wasThere(row)) return heard(row, false)
      throw error
    }
    const first: Service = { ...signedIn<Service['by']>(null, shift, actor, now), ...whoseRow(subject, shift, person._id) }
    if ((await services.add(first)) === 'added') {
      if (actor.memberId !== person._id) audit(person._id, 'post.signIn')
      return heard(first, true)
    }
    // Who was called absent, or was in for hours that the shift has no more, signs in again.
    const [decided] = await decideServices(context, subject, shift, [person._id], row => {
      const current = inForce(row, shift)
      return current && wasThere(current) ? current : signedIn(row, shift, actor, now)
    })
    if (!decided?.after) return fail('CONFLICT')
    return heard(decided.after, decided.after !== decided.before)
  },
}
