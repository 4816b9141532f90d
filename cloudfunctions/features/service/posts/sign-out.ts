import type { posts as contract } from '../../../../core/service/posts/contract'
import { shiftMeant, signInDoor, signOutDoor } from '../../../../core/service/posts/day'
import { credited } from '../../../../core/service/posts/service-row'
import type { Service } from '../documents'
import type { Handlers } from '../use-case'
import { prove } from './prove'
import { decideServices } from './services'
import { servicesInForce, wasThere } from './services-in-force'

export const signOut: Handlers<Pick<typeof contract, 'post.signOut'>> = {
  async 'post.signOut'({ shiftId, ...proof }, context) {
    const { subject, person, now, store, fail } = context
    const rows = await servicesInForce(store, subject, person._id)
    const there = new Set(rows.filter(wasThere).map(row => row.shiftId))
    if (subject.state === 'cancelled' && there.size === 0) return fail('POST_CLOSED')
    const shift = shiftMeant(subject, person._id, shiftId, signOutDoor, now, there)
    if (!shift) return fail('NOT_HOLDING')
    const heard = (one: Service, first: boolean) => ({
      state: 'signed-out' as const,
      shiftId: shift.shiftId,
      at: one.signedOutAt ?? shift.endsAt,
      minutes: one.minutes,
      first,
    })
    const seen = rows.find(row => row.shiftId === shift.shiftId)
    if (seen?.state === 'served') return heard(seen, false)
    if (seen?.state !== 'in') return fail('SIGNIN_NOT_OPEN', signInDoor(shift))
    await prove(context, signOutDoor(shift), proof)
    const [decided] = await decideServices(context, subject, shift, [person._id], row =>
      row?.state === 'in' ? credited(row, shift, now, now) : row,
    )
    const after = decided?.after
    return after?.state === 'served' ? heard(after, after !== decided?.before) : fail('CONFLICT')
  },
}
