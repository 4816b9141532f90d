import type { CommitteeWarning } from './rules'

const warningWords: Readonly<Record<CommitteeWarning, string>> = {
  none: '还没有登记班子',
  'awaiting-approval': '等上级审批',
  'too-few': '人数不够',
  'too-many': '人数超过规定',
  'over-usual': '人数比通常的多',
  'no-secretary': '没有书记',
  'no-organization': '没有组织委员',
  'no-publicity': '没有宣传委员',
  'no-discipline': '没有纪检委员',
  vacancy: '有空缺，要补选',
  'in-service': '有在职同志兼任',
  affiliate: '有挂靠的同志任职',
  'term-beyond-rule': '任期比规定的长',
  expiring: '快到期，要准备换届',
  expired: '已经到期',
  postponed: '已批准延期',
}

/** What there is to say of a committee, in plain Chinese. */
export const sayWarning = (warning: CommitteeWarning): string => warningWords[warning]

/** What has to be mended; the rest is only good to know. */
const grave: readonly CommitteeWarning[] = ['none', 'too-few', 'too-many', 'no-secretary', 'vacancy', 'expired', 'term-beyond-rule']
export const isGrave = (warning: CommitteeWarning): boolean => grave.includes(warning)
