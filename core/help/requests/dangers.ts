import type { RequestKind } from '../../shared/request-kinds'
import type { Emergency } from './emergencies'

/** What endangers life or home. */
export const dangers = ['fire', 'gas', 'shock', 'trapped', 'lost', 'despair', 'fall', 'illness'] as const
export type Danger = (typeof dangers)[number]

/** Of what one is told to take care until help comes: of a danger, or of what is broken at home. */
export const troubles = ['water', 'power', ...dangers] as const
export type Trouble = (typeof troubles)[number]

/**
 * Words of danger, as pieces of a regular expression, by what they tell of. A false alarm costs some hurry, a missed one may cost a life; so
 * they count wherever they stand. Where several dangers are told of, the first in the order of `dangers` is the one to take care of.
 */
const words: Readonly<Record<Danger, readonly string[]>> = {
  fire: ['119', '火灾', '着火', '起火', '失火', '冒烟', '烧起来'],
  gas: ['煤气', '燃气', '天然气味'],
  shock: ['触电', '漏电', '电死'],
  trapped: ['被困', '反锁'],
  lost: ['走丢', '走失', '找不到人'],
  despair: ['不想活', '想死', '寻死', '轻生', '跳楼', '自杀'],
  fall: ['摔倒', '摔了', '跌倒', '跌了', '摔伤', '骨折', '起不来', '站不起来'],
  illness: [
    '救命', '急救', '救护车', '120', '晕倒', '昏倒', '昏迷', '昏过去', '叫不醒', '动不了', '胸口疼', '胸口痛', '胸痛', '胸闷', '心口疼', '心口痛', '心绞痛', '心脏病',
    '心脏.{0,3}犯', '含.{0,4}救心丸', '喘不上气', '喘不过气', '上不来气', '呼吸困难', '中风', '脑梗', '抽搐', '说不出话', '说话.{0,3}(?:含糊|不清)', '嘴.{0,3}歪', '歪嘴',
    '半边身子', '手脚.{0,2}麻', '(?:突然|忽然|一下子).{0,4}看不[见清到]', '大出血', '流血', '出血', '咳血', '咯血', '吐血', '便血', '吃错药', '中毒', '烫伤', '呛住', '噎住',
    '没反应', '快不行', '十万火急', '紧急',
  ], // prettier-ignore
}
const patterns = dangers.map(danger => ({ danger, pattern: new RegExp(words[danger].join('|'), 'u') }))

/**
 * Phrases that are plainly no danger: a wish to learn first aid, a bicycle that fell over with no one hurt. Only these are removed; the
 * words beside them count.
 */
const calm = [
  /(?:想|要)学一?[下点习]?急救/gu,
  /急救(?:培训|知识|讲座)/gu,
  /(^|[^骑推坐从着了被])(?:自行车|电动车|三轮车)摔了[，,]?人没事(?![吗吧么])/gu,
] as const

/** The danger that these words tell of. */
export const dangerIn = (text: string): Danger | undefined => {
  const plain = calm.reduce((left, phrase) => left.replace(phrase, '，'), text.normalize('NFKC').replace(/\s/gu, ''))
  return patterns.find(({ pattern }) => pattern.test(plain))?.danger
}

/** What is broken at home, where that can do harm until it is mended. */
const broken: Partial<Record<RequestKind, Trouble>> = { water: 'water', leak: 'water', electricity: 'power' }

/** What to take care of in a request: its emergency, the danger its words tell of, or what is broken. */
export const troubleOf = (kind: RequestKind, said: readonly string[], emergency?: Emergency): Trouble | undefined =>
  emergency ?? dangerIn(said.join('。')) ?? broken[kind]
