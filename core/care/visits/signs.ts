import type { Instant } from '../../shared/operation'
import type { RaisedRule } from './kinds'
import { any, hardshipWords, illnessWords, within } from './sign-words'

/** Words that are to bring a visitor to an elder's door (S3 四必访: 生病住院, 家有困难), kept on the row where they were written until a visit is raised. */
export interface VisitSign<By> {
  rule: RaisedRule
  /** The words, shortened; never a voice. */
  why: string
  by: By
  at: Instant
}

const LONGEST = 200
const WEEK = 7 * 24 * 60 * 60_000

/** Is a contact at `at` recent enough to send a visitor? Older notes are only kept. */
export const isFresh = (at: Instant, now: Instant): boolean => now - at < WEEK

const illnessSource = any(illnessWords)
const hardshipSource = any(hardshipWords)
const illness = new RegExp(illnessSource, 'u')
const hardship = new RegExp(hardshipSource, 'u')
const anySign = `(?:${illnessSource}|${hardshipSource})`

const all = (source: string) => new RegExp(source, 'gu')
/** What may stand between the subject and what happened to it; with other words in between the sentence may have turned to the elder. */
const lately = '(?:家里?|的|又|也|都|好像|可能|突然|昨天|今天|昨晚|前天|最近|已经|上周|吃坏){0,3}'
const creature = '(?:小?[狗猫]|狗狗|猫咪|宠物|小?鸟|鹦鹉|八哥|乌龟|兔子|[鸡鸭鱼鸽])'
const neighbour = '(?:(?:楼上|楼下|隔壁|对门)?(?:的)?邻居|对门|隔壁|(?:老)?(?:同事|战友|同学|朋友|老乡))'
/** Names are mostly the elder's own; only a name right after 邻居, 朋友 and the like is another person's. */
const called = '(?:[老小][\\p{Script=Han}]|[\\p{Script=Han}](?:阿姨|大爷|大妈|奶奶|爷爷|师傅|叔|姐|哥))?'
const ride = '(?:自行车|电动车|电瓶车|三轮车)'

/**
 * Phrases that only look like signs: papers, training, things that fall, empty cards, other people's illnesses, the distant past. They are
 * removed before matching.
 */
const noSigns = [
  // 没住院 and 不用手术 are no signs; 还没出院 is a stay that goes on, and 不想住院 means that the elder should go.
  all(`(?:没有?|未|并非|(?<!是)不是|不用|不必|不需要?|无需)(?:被|去|做|再|真的?|在)?(?:什么|哪里|哪儿|啥|任何)?(?!出院)${anySign}`),
  all('(?<![吃治止忍受])不(?:再|怎么|太|会)?(?:发烧|疼|痛|头晕|咳嗽|胸闷|心慌|气短)'),
  // Fears, precautions and near misses.
  all(
    `(?:(?<![恐哪])怕(?!是)|担心|(?<![消国])防|避免|(?<!不)小心(?!脏|翼)|(?<!不)当心|以免|免得|省得|万一|要是|如果|假如|(?<![特分个性级])别(?!人)|差点|差一点|险些)${within(6)}?${anySign}`,
  ),
  all(`容易${within(3)}[摔跌滑][倒跤伤了]?`),
  all(`是不是${within(6)}?${hardshipSource}`),
  // What is over: small ills that passed, thanks for help at that time, what happened years ago. A stay that has just ended is not over in
  // this sense.
  all(`(?:感冒|咳嗽|发烧|拉肚子|头晕|疼|痛|肿)(?:已经|都|也|早就)?(?:全)?好(?:多|些)?了`),
  all(`(?:谢谢|感谢|多谢|感激)${within(10)}?${anySign}了?(?:时|的时候|期间|那|来看|照顾)`),
  all(`(?:上次|上回|那次|那回)${within(4)}?${anySign}了?(?:时|的时候|期间|的(?:地方|伤)${within(3)}好)`),
  all(
    `(?:前年|年轻的?时候?|小时候|早年|(?:[一二两三四五六七八九十几多\\d]|好几){1,3}年(?:以|之)?前|(?<=^|[，。！？；,!?;\n我他她])以前)${within(8)}?${anySign}`,
  ),
  all(`去年${within(6)}[动做住开中摔得生]过${within(4)}`),
  // Other people, where they are called so: a helper calls the elder by name.
  all(`(?<![遛被让带牵喂养给抱为])${creature}${lately}${anySign}`),
  all(`${neighbour}${called}${lately}${anySign}`),
  all(`(?:电视|新闻|报纸|报上|网上|抖音)(?:上|里)?(?:说|讲|看到|放|报道)${within(6)}?${anySign}`),
  all('(?:楼下|邻居|人家)(?:邻居|人家|家)?(?:里)?(?:都|给|也|全)?(?:被)?淹了?'),
  // Papers, cards, training.
  all(`(?:住院|出院|手术|大病|看病)${within(8)}(?:报销|发票|清单|小结|证明|病历|材料|记录)`),
  all(`问${within(4)}(?:住院|出院|手术|低保)(?!了)${within(6)}(?:怎么|多少|医保|手续|流程|政策)`),
  /门诊重症|重症(?:卡|慢病|门诊)|大病(?:医保|保险|统筹|救助|门诊|卡)/gu,
  all(`(?:想|要|报名|参加|学习|培训)${within(3)}学?${within(2)}急救(?:${within(4)}(?:培训|课|班|员))`),
  all('学习?一?[下点学]?急救'),
  /急救(?:包|箱|员|知识|培训|讲座|课|班|证|药盒)/gu,
  /急救电话|急诊(?:电话|几点|在哪|怎么走)/gu,
  all(`(?:看望|探望|探视|慰问|去看(?!病))${within(8)}(?:住院|手术|生病|骨折|摔伤|中风)`),
  // Things.
  all(
    `(?:手机|碗|杯|瓶|盘|锅|眼镜|遥控器|电视|东西|玻璃|灯|钥匙|收音机|拐杖|助听器|花盆)${within(3)}[摔跌](?!了?(?:一跤|一交|个|倒|伤))了?`,
  ),
  // 摔了 of a cycle mostly means that its rider fell: only a broken one, or a rider said to be well, is removed.
  all(`(?<![骑推坐从着了被])${ride}[给都也]?摔(?:坏|碎|了[，,]?人没(?:事(?!吗|吧)|伤|受伤))`),
  all(`(?:让人|叫人|吵[^。！？；!?;\n]{0,3})头[疼痛]`),
  all('(?:电表|水表|气表|电卡|水卡|气卡|公交卡|交通卡|饭卡|手机|话费|电话|卡|燃气|有线)(?:上|里面?)?(?:快|都|已经|又)?(?:没有?钱|钱不够)'),
] as const

/**
 * Do these words (of a request or a telephone call) mean that an elder is ill or in need and has to be seen (P42)? Illness first, which has
 * fewer days. Words count as they stand: a needless visit costs an hour, a missed one leaves an elder alone. The kind of request does not
 * matter: an escort, medicine or a check-up alone is an errand.
 */
export const signOf = (text: string): RaisedRule | null => {
  const plain = noSigns.reduce((left, phrase) => left.replace(phrase, '，'), text.normalize('NFKC').replace(/[^\S\n]/gu, ''))
  if (illness.test(plain)) return 'illness'
  return hardship.test(plain) ? 'hardship' : null
}

/** The sign in these words, ready to be written with them; mostly none. */
export const signsIn = <By>(text: string, by: By, at: Instant): VisitSign<By>[] => {
  const rule = signOf(text)
  return rule === null ? [] : [{ rule, why: Array.from(text.trim()).slice(0, LONGEST).join(''), by, at }]
}
