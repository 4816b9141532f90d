import { Posts } from '../documents'
import { cardState } from '../../../../core/service/posts/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Post } from '../documents'
import { logFault } from '../../../kernel/log'
import type { Ports } from '../../../kernel/ports'
import { routes } from '../../../../core/shared/routes'

/** The cards in group chats that can still be told something. */
export const livingCards = (post: Post, now: Instant): Post['cards'] => post.cards.filter(card => card.expiresAt > now)

/** What a write that changes the queue says besides, so that the timer looks whether the cards show it, and the station of which it is the duty. */
export const cardsDue = (post: Post, now: Instant): { cardDue?: Instant } =>
  livingCards(post, now).length > 0 || post.stationId !== undefined ? { cardDue: now } : {}

/**
 * Makes every living card of a post show how it stands now. Answers whether all were told; what fails is logged and told by the timer within
 * the minute (`cardDue`), so that no claim waits for it or fails with it.
 */
export const showCards = async ({ store, wechat, now }: Pick<Ports, 'store' | 'wechat' | 'now'>, post: Post): Promise<boolean> => {
  const cards = livingCards(post, now)
  if (cards.length === 0) return true
  const shows = { ...cardState(post, now), page: routes.post({ id: post._id }) }
  const reached = await Promise.all(
    cards.map(({ activityId }) =>
      wechat.showOnCard(activityId, shows).then(
        () => true,
        (error: unknown) => {
          logFault(error, { card: post._id })
          return false
        },
      ),
    ),
  )
  // A card cannot go back: when a place comes free again, the person who shares gets a new one.
  if (shows.state === 1) await store.table(Posts).update({ _id: post._id }, { set: { fullAt: now } })
  return reached.every(Boolean)
}
