import type { RequestKind } from '../../shared/request-kinds'

/**
 * How pressing it is: `urgent` by its words (急事快办); `prompt` where the home cannot be lived in till morning; both ring at any hour.
 * `ordinary` is the rest, for which quiet hours are kept.
 */
export const urgencies = ['urgent', 'prompt', 'ordinary'] as const
export type Urgency = (typeof urgencies)[number]

const prompt: readonly RequestKind[] = ['water', 'leak', 'electricity']

/**
 * Words of danger to life or home, as pieces of a regular expression. A false alarm costs some hurry, a missed one may cost a life; so they
 * count wherever they stand.
 */
export const urgentWords = [
  '救命', '急救', '救护车', '120', '119', '着火', '起火', '失火', '冒烟', '煤气', '燃气', '天然气味', '触电', '漏电', '电死', '晕倒', '昏倒', '昏迷', '昏过去', '叫不醒',
  '摔倒', '摔了', '跌倒', '跌了', '摔伤', '骨折', '起不来', '站不起来', '动不了', '胸口疼', '胸口痛', '胸痛', '胸闷', '心口疼', '心口痛', '心绞痛', '心脏病', '心脏.{0,3}犯', '含.{0,4}救心丸', '喘不上气', '喘不过气',
  '上不来气', '呼吸困难', '中风', '脑梗', '抽搐', '说不出话', '说话.{0,3}(?:含糊|不清)', '嘴.{0,3}歪', '歪嘴', '半边身子', '手脚.{0,2}麻', '(?:突然|忽然|一下子).{0,4}看不[见清到]', '大出血', '流血', '出血', '咳血', '咯血', '吐血', '便血',
  '吃错药', '中毒', '烫伤', '呛住', '噎住', '被困', '反锁', '不想活', '想死', '寻死', '轻生', '跳楼', '自杀', '走丢', '走失', '找不到人', '没反应', '快不行', '十万火急', '紧急',
] as const // prettier-ignore
const urgent = new RegExp(urgentWords.join('|'), 'u')

/**
 * Phrases that are plainly no danger: a wish to learn first aid, a bicycle that fell over with no one hurt. Only these are removed; the
 * words beside them count.
 */
const calm = [
  /(?:想|要)学一?[下点习]?急救/gu,
  /急救(?:培训|知识|讲座)/gu,
  /(^|[^骑推坐从着了被])(?:自行车|电动车|三轮车)摔了[，,]?人没事(?![吗吧么])/gu,
] as const

/** The urgency of a request of that kind with these words. */
export const urgencyOf = (kind: RequestKind, text: string): Urgency => {
  const plain = calm.reduce((left, phrase) => left.replace(phrase, '，'), text.normalize('NFKC').replace(/\s/gu, ''))
  if (urgent.test(plain)) return 'urgent'
  return prompt.includes(kind) ? 'prompt' : 'ordinary'
}
