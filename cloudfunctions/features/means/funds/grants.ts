import type { Entry } from '../../../../core/means/funds/ledger'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Organization } from '../../people/public'
import { bookOnce } from './book'
import { markFunds } from './marks'
import { dateOf } from '../../../../core/shared/calendar'

/** A grant from above. */
interface Grant {
  /** What it is booked once by, such as `award:<round>`. */
  key: string
  fen: number
  line: string
  words: string
}

/**
 * Books a grant to an organization once for its key, whatever is repeated and however many do it at once; into the first open month where today's is closed. Answers
 * the entry as it stands. One that was taken back makes room for another.
 */
export const bookGrant = async (
  ports: Ports & { actor: Actor },
  org: Pick<Organization, '_id' | 'name' | 'path'>,
  { key, fen, line, words }: Grant,
): Promise<Entry> => {
  const { now, newId, actor } = ports
  const booking = bookOnce(ports, org, key, {
    ...{ _id: newId(), kind: 'grant', fen, on: dateOf(now), line, words, fileIds: [], at: now },
    by: { memberId: actor.memberId, name: actor.name },
  })
  const [entry] = await Promise.all([booking, markFunds(ports, org._id, [dateOf(now)])])
  return entry
}
