/** What people can do, in the words of a bureau, each with how people say it every day; no one types a skill of their own, so that one thing has one name. */
const table = [
  { code: 'party-lecture', group: '党建宣讲', name: '讲党课', aliases: ['党课', '微党课', '理论宣讲', '宣讲', '讲课'] },
  { code: 'party-work', group: '党建宣讲', name: '党务工作', aliases: ['党建', '支部工作', '组织工作'] },
  { code: 'history-telling', group: '党建宣讲', name: '讲革命故事', aliases: ['党史', '红色故事', '传统教育', '老兵讲述'] },
  { code: 'youth-care', group: '党建宣讲', name: '关心下一代', aliases: ['关工', '校外辅导', '带孩子读书', '五老'] },
  { code: 'mediation', group: '党建宣讲', name: '调解', aliases: ['劝和', '邻里纠纷', '说事', '和事佬'] },
  { code: 'crops', group: '农业', name: '种植', aliases: ['种田', '种菜', '农技', '庄稼', '水稻'] },
  { code: 'fruit', group: '农业', name: '果树', aliases: ['果木', '修剪', '嫁接', '果园'] },
  { code: 'livestock', group: '农业', name: '养殖', aliases: ['养鸡', '养猪', '畜牧', '兽医', '水产', '养鱼'] },
  { code: 'gardening', group: '农业', name: '园艺', aliases: ['养花', '花卉', '绿化', '盆景'] },
  { code: 'water-works', group: '农业', name: '水利', aliases: ['灌溉', '防汛', '巡堤'] },
  { code: 'teaching', group: '科教', name: '教书', aliases: ['教师', '老师', '辅导功课', '教育'] },
  { code: 'science', group: '科教', name: '科普', aliases: ['科学', '科技', '讲科学'] },
  { code: 'computer', group: '科教', name: '电脑手机', aliases: ['教用手机', '智能手机', '计算机', '修电脑'] },
  { code: 'foreign-language', group: '科教', name: '外语', aliases: ['英语', '俄语', '日语', '翻译'] },
  { code: 'writing', group: '科教', name: '写作', aliases: ['写材料', '文字', '编志', '通讯', '写文章'] },
  { code: 'building', group: '建设', name: '建筑工程', aliases: ['土建', '施工', '工程', '看图纸', '监理'] },
  { code: 'planning', group: '建设', name: '城乡规划', aliases: ['规划', '设计', '测量'] },
  { code: 'road', group: '建设', name: '交通道路', aliases: ['修路', '桥梁', '公路'] },
  { code: 'finance', group: '建设', name: '财务', aliases: ['会计', '审计', '记账', '出纳', '经济', '金融'] },
  { code: 'management', group: '建设', name: '企业管理', aliases: ['办厂', '经营', '管理', '招商'] },
  { code: 'doctor', group: '健康', name: '看病', aliases: ['医生', '大夫', '内科', '外科', '西医', '义诊'] },
  { code: 'chinese-medicine', group: '健康', name: '中医', aliases: ['针灸', '推拿', '按摩', '把脉', '草药'] },
  { code: 'nursing', group: '健康', name: '护理', aliases: ['护士', '量血压', '照护', '陪护'] },
  { code: 'psychology', group: '健康', name: '谈心疏导', aliases: ['心理', '心理咨询', '聊天', '谈心'] },
  { code: 'first-aid', group: '健康', name: '急救', aliases: ['救护', '心肺复苏'] },
  { code: 'law', group: '法律', name: '法律', aliases: ['律师', '打官司', '法官', '检察', '普法', '公证'] },
  { code: 'security', group: '法律', name: '治安巡逻', aliases: ['公安', '民警', '巡逻', '保安', '消防'] },
  { code: 'calligraphy', group: '文化', name: '书法', aliases: ['写毛笔字', '写春联', '篆刻', '毛笔'] },
  { code: 'painting', group: '文化', name: '绘画', aliases: ['国画', '画画', '油画', '美术'] },
  { code: 'singing', group: '文化', name: '唱歌', aliases: ['合唱', '声乐', '唱戏', '京剧', '戏曲'] },
  { code: 'instrument', group: '文化', name: '乐器', aliases: ['二胡', '钢琴', '笛子', '口琴', '手风琴'] },
  { code: 'dance', group: '文化', name: '舞蹈', aliases: ['跳舞', '广场舞', '编舞'] },
  { code: 'photography', group: '文化', name: '摄影摄像', aliases: ['照相', '拍照', '录像', '剪视频'] },
  { code: 'hosting', group: '文化', name: '主持朗诵', aliases: ['主持', '朗诵', '播音', '快板'] },
  { code: 'sports', group: '文化', name: '体育健身', aliases: ['太极', '太极拳', '门球', '乒乓球', '健身', '教练'] },
  { code: 'chess', group: '文化', name: '棋牌', aliases: ['下棋', '象棋', '围棋', '桥牌'] },
  { code: 'appliance', group: '手艺', name: '修电器', aliases: ['电工', '家电维修', '修家电', '换灯泡', '电路'] },
  { code: 'plumbing', group: '手艺', name: '修水管', aliases: ['水暖', '水电', '管道', '水管工', '通下水道'] },
  { code: 'carpentry', group: '手艺', name: '木工', aliases: ['木匠', '修家具', '修门窗'] },
  { code: 'masonry', group: '手艺', name: '泥瓦', aliases: ['瓦匠', '补漏', '粉刷', '刷墙'] },
  { code: 'vehicle', group: '手艺', name: '修车', aliases: ['修自行车', '修电动车', '汽修', '机修'] },
  { code: 'driving', group: '手艺', name: '开车', aliases: ['驾驶', '司机'] },
  { code: 'cooking', group: '手艺', name: '烹饪', aliases: ['做饭', '厨师', '炒菜', '面点'] },
  { code: 'haircut', group: '手艺', name: '理发', aliases: ['剪头发', '剃头'] },
  { code: 'sewing', group: '手艺', name: '缝纫编织', aliases: ['裁缝', '缝补', '织毛衣', '剪纸', '手工'] },
] as const

/** One of the list above, or one that a bureau added. */
export type SkillCode = string
export interface Skill {
  code: SkillCode
  group: string
  name: string
  aliases: readonly string[]
  /** Not offered any more; those who have it are still found by it. */
  retired?: boolean | undefined
}
/** What a bureau says beside the list: a skill of its own, or further everyday words of one that is there. */
export interface SkillSaid extends Skill {
  aliases: string[]
}

const usualCodes: ReadonlySet<string> = new Set(table.map(one => one.code))
/** Does the code stand in the list that all places have? Of such a skill a bureau can only add everyday words. */
export const isUsualSkill = (code: SkillCode): boolean => usualCodes.has(code)

/** No more than a person does well; it keeps a row small. */
export const MOST_SKILLS = 8

const plain = (said: string): string => said.replace(/\s+/gu, '').toLowerCase()

/** The skills that hold at a place, with how they are found. */
export interface SkillBook {
  skills: readonly Skill[]
  /** The skill of that code, name or everyday word; undefined where none is called so. */
  of: (said: string) => SkillCode | undefined
  nameOf: (code: SkillCode) => string
  /** Skills whose name or everyday words have what was typed in them, those called exactly so first; all of them while nothing is typed. */
  like: (typed: string) => readonly Skill[]
  /** What the free words of a roster's column 特长 mean, each skill once. */
  within: (words: readonly string[]) => SkillCode[]
}

/** What holds where bureaus above have said these: theirs beside the usual ones. */
const together = (said: readonly Skill[]): Skill[] => {
  const all = new Map<SkillCode, Skill>(table.map(one => [one.code, one]))
  for (const one of said) {
    const before = all.get(one.code)
    all.set(one.code, before && isUsualSkill(one.code) ? { ...before, aliases: [...before.aliases, ...one.aliases] } : one)
  }
  return [...all.values()]
}

const bookOf = (skills: readonly Skill[]): SkillBook => {
  // Where two bureaus gave one word to two skills, the one that was there first keeps it.
  const byWord = new Map<string, SkillCode>()
  for (const one of skills)
    for (const word of [one.code, one.name, ...one.aliases]) if (!byWord.has(plain(word))) byWord.set(plain(word), one.code)
  const names = new Map(skills.map(one => [one.code, one.name]))
  const known = [...byWord.keys()].toSorted((one, other) => other.length - one.length)
  const of = (said: string) => byWord.get(plain(said))
  /** The skill of that word, or of the longest that stands in it: 中医推拿 is 中医. */
  const inWord = (said: string) => of(said) ?? of(known.find(word => plain(said).includes(word)) ?? '')
  const offered = skills.filter(one => one.retired !== true)
  return {
    ...{ skills, of },
    nameOf: code => names.get(code) ?? '',
    like: typed => {
      const word = plain(typed)
      if (word === '') return offered
      const exact = of(word)
      const alike = offered.filter(one => [one.name, ...one.aliases].some(each => plain(each).includes(word)))
      return alike.toSorted((one, other) => Number(other.code === exact) - Number(one.code === exact))
    },
    within: words => [...new Set(words.flatMap(said => said.split(/[、，,;；/\s]+/u)).flatMap(word => inWord(word) ?? []))],
  }
}

/** The skills where bureaus above said these, from the top down. */
export const skillBook = (said: readonly Skill[]): SkillBook => bookOf(together(said))
/** The same of skills as the cloud listed them. */
export const listedBook = (skills: readonly Skill[]): SkillBook => bookOf(skills)
/** The skills where no bureau said anything. */
export const usualSkills: SkillBook = skillBook([])

/** Of these words the first that means another skill already, with the name of that one. */
export const wordTaken = (book: SkillBook, words: readonly string[], code: SkillCode): { word: string; by: string } | undefined => {
  for (const word of words) {
    const other = book.of(word)
    if (other !== undefined && other !== code) return { word, by: book.nameOf(other) }
  }
  return undefined
}

/** Everyday words as they were typed, each once. */
export const wordsTyped = (typed: string): string[] => [...new Set(typed.split(/[、，,;；/\s]+/u).filter(one => one !== ''))]
