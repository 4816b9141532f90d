import { asHeld, tookPlace } from '../../../../core/service/posts/day'
import type { Shift } from '../../../../core/service/posts/rules'
import { credited, replaced } from '../../../../core/service/posts/service-row'
import { hoursOf, inForce } from '../../../../core/shared/hours'
import type { Post } from '../documents'
import type { Context } from '../use-case'
import { decideServices, servicesOf } from './services'
import { wasThere } from './services-in-force'

/** Credits who is in on a shift that was called off while it ran, until then. Done again it changes nothing. */
export const creditUntilCalledOff = async (context: Pick<Context<'post.cancel'>, 'store' | 'now'>, post: Post, called: Shift) => {
  const shift = asHeld(called)
  const rows = (await servicesOf(context.store, post._id, shift.shiftId)).filter(row => inForce(row, called))
  const there = rows.filter(row => row.signedInAt !== undefined && wasThere(row)).map(row => row.memberId)
  return decideServices(context, post, shift, there, row => {
    if (row?.state !== 'in') return row
    if (tookPlace(called)) return credited(row, shift, called.cancelledAt ?? context.now)
    return replaced(row, { state: 'none', minutes: 0, by: row.by, held: hoursOf(called) }, context.now)
  })
}
