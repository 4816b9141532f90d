import type { Asked } from '../../../../core/help/cases/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { moves } from '../../../kernel/takeover'

/**
 * A quiet case (P32). It names no place: no office leads to it. What is confided is read by those in `named` alone, and ends with the consent of
 * the member it is about.
 */
export interface QuietCase {
  _id: string
  /** The member it is about. */
  memberId: string
  keeperId: string
  asked: Asked[]
  /** Keeper and people asked who did not say no (`namedIn`), for their lists. */
  named: string[]
  topic: string
  notes: { noteId: string; memberId: string; at: Instant; text: string }[]
  openedAt: Instant
  closedAt?: Instant
  outcome?: string
  /** When it is erased. */
  endsAt?: Instant
  version: number
}
export const QuietCases = collection('quiet-cases', {
  indexes: [
    by('named', 'named', 'openedAt', '_id'),
    by('member', 'memberId'),
    by('keeper', 'keeperId'),
    by('asked', 'asked.memberId'),
    by('writers', 'notes.memberId'),
    by('ends', 'endsAt', '_id'),
  ],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
  takeover: moves(['memberId', 'keeperId', 'asked.memberId', 'named', 'notes.memberId'], {
    once: { asked: ['memberId'], named: [] },
    version: 'version',
  }),
  succession: 'none',
}).of<QuietCase>()
