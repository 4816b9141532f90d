import type { posts as contract } from '../../../../core/service/posts/contract'
import { slotsAhead } from '../../../../core/shared/codes'
import { codesOf } from '../../life/public'
import type { Handlers } from '../use-case'

/** The organizer's screen can do without the network for this long. */
const CODES_FOR = 10 * 60_000

export const codes: Handlers<Pick<typeof contract, 'post.codes'>> = {
  async 'post.codes'(_input, { subject, now, fail }) {
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const codeOf = codesOf(subject)
    return { codes: slotsAhead(now, CODES_FOR).map(({ slot, from, to }) => ({ code: codeOf(slot), from, to })) }
  },
}
