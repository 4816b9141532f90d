import { addMonths } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

/**
 * 十有, the ten things that a 老党员之家 has (P63). No public list of ten was found; six of these are those of 山西平定 (场地、设施、标志、党旗、书报、制度,
 * `docs/rules.md` 1.5), the others are what its use asks for.
 */
export const homeChecks = ['place', 'equipment', 'sign', 'flag', 'rules', 'reading', 'plan', 'records', 'keeper', 'service'] as const
export type HomeCheck = (typeof homeChecks)[number]
export const checkWords: Readonly<Record<HomeCheck, { name: string; look: string }>> = {
  place: { name: '有场地', look: '固定的房间，够坐下开一次会，老人走得进去' },
  equipment: { name: '有设施', look: '桌椅、茶水、扶手、电视或投影能用' },
  sign: { name: '有标志', look: '门口挂着“老党员之家”的牌子' },
  flag: { name: '有党旗', look: '党旗、入党誓词挂得端正' },
  rules: { name: '有制度', look: '使用办法、管理制度贴在墙上' },
  reading: { name: '有书报', look: '党报党刊和书，今年的' },
  plan: { name: '有安排', look: '活动安排和开放时间贴出来了' },
  records: { name: '有活动', look: '这半年在这里办过活动，有记录' },
  keeper: { name: '有人管', look: '开门关门、打扫有专人，电话写着' },
  service: { name: '有服务', look: '量血压、借书、代办这些事，老同志用得上' },
}

/** A look at one of them holds for so many months; then it is to be looked at again. */
const HOLDS_MONTHS = 12

/** What is known of one of the ten. */
export interface Checked {
  holds: boolean
  on: DateText
}
/** It holds, it is lacking, or it was not looked at for long: that is not lacking. */
export type CheckState = 'holds' | 'lacks' | 'unseen'

export const checkState = (checked: Checked | undefined, today: DateText): CheckState => {
  if (checked === undefined || addMonths(checked.on, HOLDS_MONTHS) < today) return 'unseen'
  return checked.holds ? 'holds' : 'lacks'
}

/** How many of the ten hold, are lacking, were not looked at. */
export const countChecks = (checks: Readonly<Partial<Record<HomeCheck, Checked>>>, today: DateText): Record<CheckState, number> => {
  const states = homeChecks.map(check => checkState(checks[check], today))
  const count = (state: CheckState) => states.filter(one => one === state).length
  return { holds: count('holds'), lacks: count('lacks'), unseen: count('unseen') }
}

/** More branches than share one home, and more looks than one check keeps. */
export const [MOST_SHARING, MOST_LOOKS] = [30, 20] as const
