import type { posts as contract } from '../../../../core/service/posts/contract'
import { cardState } from '../../../../core/service/posts/rules'
import { Posts, type Post } from '../documents'
import type { Handlers } from '../use-case'
import { livingCards, showCards } from './cards'

/** WeChat's own words for a card that counts people (到齐时). */
const CARD_TEMPLATE = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5'

/** A card that ends sooner is not shared any more. */
const WORTH_SHARING = 60 * 60_000

export const card: Handlers<Pick<typeof contract, 'post.card'>> = {
  async 'post.card'({ postId }, context) {
    const { subject, openid, store, wechat, now, limit, fail } = context
    const shows = cardState(subject, now)
    if (shows.state === 2) return fail('POST_CLOSED')
    const { memberCount, roomLimit } = shows
    const usable = (post: Post) =>
      livingCards(post, now).find(card => card.expiresAt - now > WORTH_SHARING && (shows.state === 1 || card.madeAt > (post.fullAt ?? -1)))
    const existing = usable(subject)
    const answer = ({ activityId, expiresAt }: Post['cards'][number]) => ({ activityId, expiresAt, templateId: CARD_TEMPLATE, memberCount, roomLimit }) // prettier-ignore
    if (existing) return answer(existing)
    await limit(openid, 60, 60 * 60_000)
    const made = { ...(await wechat.newCard(openid)), madeAt: now }
    const posts = store.table(Posts)
    // Those that ended go when the next one comes.
    const cards = [...livingCards(subject, now), made]
    const kept = await posts.update({ _id: postId, cards: { size: subject.cards.length } }, { set: { cards } })
    if (kept === 0) {
      const fresh = await posts.get(postId)
      const other = fresh && usable(fresh)
      if (other) return answer(other)
      await posts.update({ _id: postId }, { push: { cards: made } })
    }
    await showCards(context, { ...subject, cards: [made] })
    return answer(made)
  },
}
