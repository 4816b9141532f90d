import { clocksOf, hearsOn } from '../../../../core/people/memberships/letter'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Book } from '../../../../core/people/regulations/rules'
import type { Actor } from '../../../kernel/identity'
import type { Member, Organization } from '../documents'
import type { Transfer } from './documents'

interface Letter {
  id: string
  member: Pick<Member, '_id' | 'name'>
  from: Organization
  /** The branch, or the name of an organization outside. */
  to: Organization | string
  reason: string
  letterNo?: string | undefined
  by: Actor
  at: Instant
}

/** A letter as it stands when it is written: open, with the clocks of the rules that hold where it goes (`transfer.letter-months`, `transfer.receipt-months`). */
export const written = ({ id, member, from, to, reason, letterNo, by, at }: Letter, book: Book): Transfer => {
  const on = dateOf(at)
  const there = typeof to === 'string' ? from : to
  const of = { on, branchKind: there.branchKind }
  const clocks = clocksOf(on, { letter: book.number('transfer.letter-months', of), receipt: book.number('transfer.receipt-months', of) })
  return {
    ...{ _id: id, memberId: member._id, name: member.name },
    ...{ fromBranchId: from._id, fromName: from.name, toBranchId: typeof to === 'string' ? '' : to._id },
    ...(typeof to === 'string' ? { toName: to, outside: true as const } : { toName: to.name }),
    path: there.path,
    affiliates: [{ path: from.path }],
    scopes: [...new Set([...scopesOf(from.path), ...scopesOf(there.path)])],
    ...{ state: 'open', open: true, openKey: member._id, reason, ...(letterNo === undefined ? {} : { letterNo }) },
    ...{ startedAt: at, startedOn: on, startedBy: by, ...clocks },
    ...{ told: 0, climbAt: wakingFrom(instantOf(hearsOn(clocks, 'secretary'))) },
  }
}
