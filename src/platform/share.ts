import { useShareAppMessage } from '@tarojs/taro'

export interface ShareCard {
  title: string
  /** Page path with its query. */
  path: string
}

/** What a group chat shows when this page is forwarded. The page's config needs `enableShareAppMessage`. */
export const useShareCard = (card: ShareCard) => {
  useShareAppMessage(() => card)
}

/** On the desk there is no chat but the desk's own, which stands around this frame. */
export const shareOnDesk = (card: ShareCard) => {
  window.parent.postMessage({ kind: 'share', ...card }, window.location.origin)
}
