/** What is planned for an elder (S4): a trip to hospital with company, or something they wish for. */
export const wishKinds = ['escort', 'wish'] as const
export type WishKind = (typeof wishKinds)[number]

export const wishKindWords: Readonly<Record<WishKind, string>> = { escort: '陪着出门看病', wish: '心愿' }
/** As it is called where it must not be said whose it is. */
export const wishTitles: Readonly<Record<WishKind, string>> = { escort: '陪老同志看病', wish: '帮老同志圆心愿' }

export const wishStates = ['raised', 'planned', 'done', 'cancelled'] as const
export type WishState = (typeof wishStates)[number]

export const wishStateWords: Readonly<Record<WishState, string>> = {
  raised: '等安排',
  planned: '安排好了',
  done: '办好了',
  cancelled: '不用办了',
}
