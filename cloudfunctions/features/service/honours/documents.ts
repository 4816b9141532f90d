import type { HonourState } from '../../../../core/service/honours/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection, unique } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import type { Marked } from '../../../kernel/marks'
import { movesAndMeets } from '../../../kernel/takeover'

/** An honour (P25). Who granted it and where the person was then stays, whatever becomes of either. */
export interface Honour {
  _id: string
  memberId: string
  name: string
  orgId: string
  orgName: string
  /** Of the organization that granted it. */
  path: string
  /** The organizations on whose walls it stands: over the person and over the one that granted it. */
  scopes: string[]
  title: string
  reason: string
  on: DateText
  /** The same grant again (`samenessOf`); its own id once it was withdrawn, so that it may be granted again. */
  sameness: string
  code: string
  state: HonourState
  withdrawn?: { at: Instant; by: Actor; reason: string }
  grantedBy: Actor
  at: Instant
}
export const Honours = collection('honours', {
  indexes: [
    unique('sameness', 'sameness'),
    by('wall', 'scopes', 'on', '_id'),
    by('member', 'memberId', 'on', '_id'),
    by('granted', 'orgId', '_id'),
    by('code', 'code'),
  ],
  fates: stays,
  succession: 'goes',
  takeover: movesAndMeets(['memberId']),
}).of<Honour>()

/** How many hours a volunteer served, and which milestone waits for a word; `_id` is the member. */
export interface HonourProposal extends Marked {
  _id: string
  name: string
  /** The organizations on whose lists it stands; none while nothing is open. */
  scopes: string[]
  minutes: number
  /** The open milestone in hours, 0 where none is. */
  open: number
  answered: number[]
}
export const HonourProposals = collection('honour-proposals', {
  indexes: [by('open', 'scopes', 'open', '_id'), by('due', 'due')],
  fates: everywhere('released'),
  succession: 'goes',
  takeover: movesAndMeets(['_id'], { version: 'marks' }),
}).of<HonourProposal>()
