import type { Instant } from '../shared/operation'
import type { RaisedRule } from './kinds'

/** What somebody said that is to bring a visitor to an elder's door (S3 四必访: 生病住院, 家有困难), kept where it was said until a visit is raised of it. */
export interface VisitSign<By> {
  rule: RaisedRule
  /** What was said, shortened; never a voice. */
  why: string
  by: By
  at: Instant
}

const LONGEST = 200
const WEEK = 7 * 24 * 60 * 60_000

/** Is what was heard at `at` news enough to send somebody for? Notes of weeks ago are only put on record. */
export const isFresh = (at: Instant, now: Instant): boolean => now - at < WEEK

/**
 * What the body suffers of a sudden, and what hospitals do. 出院 stands among them: who comes home from hospital is weak and mostly alone, and who
 * told nobody of the stay is seen at least then; 还没出院 is a stay that goes on. What is chronic or a standing errand (透析, 复查, 换药, 心脏病 by
 * itself) is no news and would raise a visit each week.
 */
const ofIllness = [
  '住院', '住进医院', '住进了医院', '躺在医院', '出院', '病危', '病重', '重病', '生病', '病倒', '病了', '犯病', '发病', '病犯了', '病发作', '抢救', '重症', '手术', '开刀',
  '急救', '救护车', '中风', '脑梗', '脑溢血', '脑出血', '心梗', '心肌梗', '心绞痛', '癌', '肿瘤', '化疗', '放疗', '高烧', '烧不退', '骨折', '骨裂', '脱臼',
  '摔倒', '摔伤', '摔跤', '摔了', '摔断', '摔着', '摔成', '摔下', '跌倒', '跌伤', '跌跤', '跌了', '跌断', '跌下', '晕倒', '昏倒', '昏迷', '抽搐', '呼吸困难', '喘不上气', '喘不过气',
  '大出血', '吐血', '便血', '中毒', '烫伤', '烧伤', '触电', '车祸', '撞伤', '起不来床', '下不了床',
] as const // prettier-ignore

/** What a household suffers. 困难 alone says nothing: 行动困难 is a state, 手机操作困难 a question. */
const ofHardship = [
  '生活困难', '家庭困难', '家里困难', '家里有困难', '家里很困难', '家有困难', '经济困难', '经济上困难', '困难补助', '没钱', '没有钱', '没得钱', '钱不够', '揭不开锅', '吃不上饭', '饭也吃不上', '没饭吃',
  '吃不起', '交不起', '付不起', '看不起病', '住不起', '买不起药', '欠债', '欠了债', '负债', '低保', '被骗', '受骗', '上当', '骗走', '骗了我', '失火', '着火', '起火', '火灾', '烧了', '烧光',
  '被淹', '淹了', '遭灾', '受灾', '遭了灾', '洪水', '房子塌', '屋塌', '塌了', '被偷', '失窃', '被抢', '无家可归', '走投无路', '没人照顾', '没人管我', '家里出事', '家里出了事',
] as const // prettier-ignore

/** Who of a household died, in whatever words. */
const LOSS = '(?:老伴|爱人|丈夫|妻子|儿子|女儿|孩子|孙子|孙女)[^，。！？；]{0,5}(?:去世|过世|离世|病逝|不在了)'

const any = (words: readonly string[]) => `(?:${words.join('|')})`
const illness = new RegExp(any(ofIllness), 'u')
const hardship = new RegExp(`${any(ofHardship)}|${LOSS}`, 'u')
const said = `(?:${any([...ofIllness, ...ofHardship])}|${LOSS})`

/** What only looks like one: papers, training, things that fall, cards that are empty, other people's beds. Taken out before anything is looked for. */
const noSigns = [
  // 没住院, 不用手术; but 还没出院 is a stay that goes on, and 不想住院 means that one should.
  new RegExp(`(?:没有?|未|并非|不是|不用|不必|不需要?|无需)(?:被|去|做|再|真的?|在)?(?!出院)${said}`, 'gu'),
  // What is feared, guarded against or nearly was.
  new RegExp(
    `(?:(?<![恐哪])怕(?!是)|担心|(?<![消国])防|避免|(?<!不)小心|(?<!不)当心|以免|免得|省得|万一|要是|如果|假如|(?<![特分个性级])别(?!人)|容易|差点|差一点|险些|是不是)[^，。！？；,!?;\n]{0,6}?${said}`,
    'gu',
  ),
  /(?:住院|出院|手术|大病|看病)[^，。！？；,!?;\n]{0,8}(?:报销|发票|清单|小结|证明|病历|材料|记录)/gu,
  /门诊重症|重症(?:卡|慢病|门诊)|大病(?:医保|保险|统筹|救助|门诊|卡)/gu,
  /急救(?:包|箱|知识|培训|讲座|课|电话|证|药盒)/gu,
  /(?:看望|探望|探视|慰问|去看(?!病))[^，。！？；,!?;\n]{0,8}(?:住院|手术|生病|骨折|摔伤|中风)/gu,
  /(?:手机|碗|杯|瓶|盘|锅|眼镜|遥控器|电视|东西|玻璃|灯|钥匙|收音机|拐杖|助听器|花盆)[^，。！？；,!?;\n]{0,3}(?:摔|跌)了?/gu,
  /(?:电表|水表|气表|电卡|水卡|气卡|公交卡|交通卡|饭卡|手机|话费|电话|卡|燃气|有线)(?:上|里面?)?(?:快|都|已经|又)?(?:没有?钱|钱不够)/gu,
] as const

/**
 * Whether what somebody said (of a request, or of a telephone call) means that an elder is ill or in need and has to be seen (P42); illness first, which
 * has fewer days. Words are taken as they stand: a visit too many costs an hour, one too few leaves somebody alone. It makes no difference what was
 * asked for: an escort, medicine or a check-up alone is an errand.
 */
export const signOf = (text: string): RaisedRule | null => {
  const plain = noSigns.reduce((left, phrase) => left.replace(phrase, '，'), text.normalize('NFKC').replace(/[^\S\n]/gu, ''))
  if (illness.test(plain)) return 'illness'
  return hardship.test(plain) ? 'hardship' : null
}

/** The sign in what was said, ready to be written together with it; none mostly. */
export const signsIn = <By>(text: string, by: By, at: Instant): VisitSign<By>[] => {
  const rule = signOf(text)
  return rule === null ? [] : [{ rule, why: Array.from(text.trim()).slice(0, LONGEST).join(''), by, at }]
}
