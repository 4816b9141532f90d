/** The kinds of requests (P30), in the order of their picture buttons. */
export const requestKinds = [
  'bulb', 'water', 'electricity', 'leak', 'medicine', 'payment', 'medical-card', 'housekeeper', 'escort', 'car', 'talk', 'legal', 'other',
] as const // prettier-ignore
export type RequestKind = (typeof requestKinds)[number]

export const requestKindWords: Readonly<Record<RequestKind, string>> = {
  bulb: '换灯泡',
  water: '修水',
  electricity: '修电',
  leak: '漏水',
  medicine: '买药',
  payment: '缴费',
  'medical-card': '办医疗卡、优待证',
  housekeeper: '找保姆',
  escort: '陪诊',
  car: '用车',
  talk: '说说心事',
  legal: '法律咨询',
  other: '其他事',
}
