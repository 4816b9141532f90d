import type { Member } from '../../people/public'
import { announcement } from '../../../kernel/announcements'
import type { Ports } from '../../../kernel/ports'
import type { BallotBox, BoxKind } from './documents'

/** A member asks for their ticket to a box. */
export interface TicketAsked {
  box: BallotBox
  member: Member
}
/**
 * May this member have a ticket to this box? Each capability answers for boxes of its own kind, null for others (`electorate`). They were found to belong there, or to be in its
 * `party`, before.
 */
export const ElectorateOf = announcement<TicketAsked, boolean | null>('electorate-of')

/** A box was closed: it holds what it ever will. Made more than once; each capability looks at boxes of its own kind. */
export const BoxClosed = announcement<{ box: BallotBox }>('box-closed')

type Electorate = (ports: Ports, asked: TicketAsked) => Promise<boolean | null>

/** Answers for one kind of box alone. */
export const electorate =
  (kind: BoxKind, may: (ports: Ports, asked: TicketAsked) => Promise<boolean> | boolean): Electorate =>
  async (ports, asked) =>
    asked.box.kind === kind ? may(ports, asked) : null
