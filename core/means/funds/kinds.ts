/** What moves the money of an organization. `carried` and `passed`: what a book begins with, and what goes on to the one that takes its place. */
export const entryKinds = ['return', 'grant', 'gift', 'carried', 'spend', 'scholarship', 'passed'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What an officer may write down by hand. */
export const handKinds = ['return', 'grant', 'spend', 'gift', 'scholarship', 'carried'] as const

/**
 * Who sees a line of that kind. `all`: in the yearly publication the members read the sum of its line. `officers`: names and papers are for the secretary, the bureau
 * and the auditor alone. Everything else of an entry (words, receipts, who wrote it) is for officers and auditors.
 */
interface KindOf {
  /** It comes in, or goes out. */
  way: 'in' | 'out'
  words: string
  /** The members read the line and its sum; the recipients' names they never read. */
  sees: 'all' | 'officers'
}
export const kindTable: Readonly<Record<EntryKind, KindOf>> = {
  return: { way: 'in', words: '党费返还', sees: 'all' },
  grant: { way: 'in', words: '上级拨款', sees: 'all' },
  gift: { way: 'in', words: '捐助', sees: 'all' },
  carried: { way: 'in', words: '上年结转', sees: 'all' },
  spend: { way: 'out', words: '支出', sees: 'all' },
  scholarship: { way: 'out', words: '资助', sees: 'all' },
  passed: { way: 'out', words: '转给合并后的支部', sees: 'all' },
}

/** Lines that a branch's money is usually spent on; others may be written. */
export const usualLines = ['学习资料', '报刊订阅', '主题党日', '走访慰问', '活动阵地', '评优表彰', '困难帮扶', '助学', '其他'] as const
/** The line of papers and periodicals: what is spent on it names its subscribers. */
export const PAPERS = '报刊订阅'
