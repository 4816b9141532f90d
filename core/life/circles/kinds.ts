/** What people do together for its own sake (S4 书画、舞蹈、门球、太极拳、棋牌、钓鱼). */
export const circleKinds = [
  ...(['calligraphy', 'painting', 'dance', 'singing', 'instruments', 'gateball', 'taichi', 'table-tennis'] as const),
  ...(['chess', 'fishing', 'photography', 'walking', 'reading', 'handcraft', 'other'] as const),
] as const
export type CircleKind = (typeof circleKinds)[number]

export const circleWords: Readonly<Record<CircleKind, string>> = {
  calligraphy: '书法',
  painting: '国画',
  dance: '舞蹈',
  singing: '合唱',
  instruments: '乐器',
  gateball: '门球',
  taichi: '太极拳、太极剑',
  'table-tennis': '乒乓球',
  chess: '棋牌',
  fishing: '钓鱼',
  photography: '摄影',
  walking: '健步走',
  reading: '读书',
  handcraft: '手工',
  other: '其他',
}
