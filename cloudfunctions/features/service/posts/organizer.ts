import { withdrawnNotice } from '../../../../core/service/posts/notices'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import type { Post } from '../documents'
import type { Context } from '../use-case'
import { shiftOf } from './shift-of'

/** As long as a late withdrawal may wait to be told: the timer comes each minute, and after an outage somewhat later. */
const TOLD_WITHIN = 24 * 60 * 60_000

/** Tells who runs a post of those who withdrew late; each is told once, however often this runs. */
export const tellLate = async (ports: Ports, post: Post): Promise<void> => {
  for (const gone of post.withdrawn.filter(one => one.at > ports.now - TOLD_WITHIN))
    await tellOrganizer(ports, post, withdrawnNotice(post, shiftOf(post, gone.shiftId), gone))
}

/** Tells the organizer, who put the post up. */
export const tellOrganizer = (
  ports: Ports,
  { createdBy }: Pick<Post, 'createdBy'>,
  notice: Parameters<Context<'post.claim'>['tell']>[1],
): Promise<number> => tell(ports, createdBy.memberId === null ? [] : [createdBy.memberId], notice)
