/** What people come to consultation hours for (S0 法律援助、健康小站、家庭医生). */
export const hoursKinds = ['law', 'health', 'talk', 'other'] as const
export type HoursKind = (typeof hoursKinds)[number]

export const hoursKindWords: Readonly<Record<HoursKind, string>> = {
  law: '法律咨询',
  health: '看医生、问健康',
  talk: '谈心',
  other: '其他咨询',
}

/**
 * How a booking stands: booked, the person is there and waits, it is their turn, it was held, they did not come (or were passed over while they were not there).
 */
export const bookingStates = ['booked', 'here', 'now', 'done', 'missed'] as const
export type BookingState = (typeof bookingStates)[number]

export const bookingWords: Readonly<Record<BookingState, string>> = {
  booked: '约好了',
  here: '到了，等候',
  now: '现在',
  done: '办好了',
  missed: '没有来',
}

/** Those at a desk who book for others, and see who has which time. */
export const deskRoles = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const
