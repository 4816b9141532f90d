import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Route } from '../../core/shared/routes'
import { drawPicture, type Picture } from './picture'

/** What WeChat needs to count on a card in a chat by itself (动态消息). */
export interface LiveCard {
  activityId: string
  templateId: string
  memberCount: number
  roomLimit: number
}

export interface ShareCard {
  title: string
  /** Where it leads. */
  route: Route
  /** Absent for a card that stays as it was sent; `coming` while the cloud is still asked, since a card cannot learn to count once it is sent. */
  live?: LiveCard | 'coming' | undefined
  /** Five to four, drawn when the card is sent; WeChat takes one of the page where there is none. */
  picture?: Picture | undefined
}

const counting = ({ live }: ShareCard): LiveCard | undefined => (live === 'coming' ? undefined : live)

/** Says how the next card is to be sent; WeChat wants to know before the sharing begins. */
const prepareMenu = ({ activityId, templateId, memberCount, roomLimit }: LiveCard) => {
  if (process.env.TARO_ENV !== 'weapp') return
  const parameterList = [
    { name: 'member_count', value: String(memberCount) },
    { name: 'room_limit', value: String(roomLimit) },
  ]
  Taro.updateShareMenu({ withShareTicket: true, isUpdatableMessage: true, activityId, templateInfo: { templateId, parameterList } }).catch(
    (error: unknown) => console.error('The card will not count by itself', error),
  )
}

/** WeChat waits three seconds for what is promised; a phone that draws more slowly sends its card without. */
const DRAWN_WITHIN_MS = 2500

const drawn = async ({ picture }: ShareCard): Promise<string | undefined> => {
  if (!picture) return undefined
  const late = new Promise<undefined>(done => setTimeout(() => done(undefined), DRAWN_WITHIN_MS))
  return Promise.race([drawPicture(picture.width, picture.height, picture.paint), late])
}

let pressed: ShareCard | undefined

/** To be called by the tap of a sharing button, which WeChat hears before it asks for the card. */
export const aboutToShare = (card: ShareCard) => {
  pressed = card
  const live = counting(card)
  if (live) prepareMenu(live)
}

/**
 * What a group chat shows when this page is forwarded from WeChat's own menu; a button of the page (`ShareButton`) may name another card.
 * The page's config needs `enableShareAppMessage`.
 */
export const useShareCard = (card: ShareCard) => {
  const live = counting(card)
  useEffect(() => {
    if (live) prepareMenu(live)
  }, [live])
  useShareAppMessage(({ from }) => {
    const sent = from === 'button' && pressed ? pressed : card
    const words = { title: sent.title, path: `/${sent.route}` }
    return sent.picture
      ? { ...words, promise: drawn(sent).then(imageUrl => ({ ...words, ...(imageUrl === undefined ? {} : { imageUrl }) })) }
      : words
  })
}

/** On the desk there is no chat but the desk's own, which stands around this frame. */
export const shareOnDesk = async (card: ShareCard) => {
  const { title, route } = card
  const live = counting(card)
  const counted = live && { activityId: live.activityId, memberCount: String(live.memberCount), roomLimit: String(live.roomLimit) }
  const imageUrl = await drawn(card)
  const pictured = imageUrl === undefined ? {} : { imageUrl }
  window.parent.postMessage({ kind: 'share', title, path: `/${route}`, ...pictured, ...counted }, window.location.origin)
}
