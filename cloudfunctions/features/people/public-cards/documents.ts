import { movesAndMeets } from '../../../kernel/takeover'
import type { publicCards } from '../../../../core/people/public-cards/contract'
import { by, collection } from '../../../kernel/collection'
import { everywhere } from '../../../kernel/departures'
import type { Input, Instant } from '../../../../core/shared/operation'

/** A member's public card (P46); `_id` is the member. What was withdrawn is gone; the codes stay, so that an old link can say so. */
export interface PublicCard {
  _id: string
  /** Every code it ever had, the newest last; only that one opens it. */
  codes: string[]
  content: (Input<(typeof publicCards)['publicCard.publish']> & { branchName: string }) | null
  changedAt: Instant
  /** The latest commands that published it: sent again after it was withdrawn, it publishes nothing. */
  commands: string[]
  /** Grows with every change. */
  version: number
}
export const PublicCards = collection('public-cards', {
  indexes: [by('codes', 'codes')],
  fates: everywhere('erased'),
  succession: 'goes',
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<PublicCard>()
