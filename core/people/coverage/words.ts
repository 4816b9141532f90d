import type { GapKind } from './kinds'

/** One of the six 全覆盖 (S4): its name, what is counted, and what its list says. */
interface Said {
  title: string
  /** Of what it is a share. */
  whole: string
  /** What those lack who are not covered. */
  lacks: string
  unit: string
}

export const coverageWords: Readonly<Record<GapKind, Said>> = {
  committee: { title: '健全班子', whole: '支部', lacks: '班子不齐或到期', unit: '个支部' },
  'no-home': { title: '教育管理', whole: '党员', lacks: '没有编进支部', unit: '人' },
  'no-activity': { title: '活动开展', whole: '支部', lacks: '一个季度没有活动', unit: '个支部' },
  unpaired: { title: '互助关爱', whole: '老同志', lacks: '没有人结对', unit: '人' },
  'no-branch': { title: '融入社区', whole: '社区和单位', lacks: '没有支部', unit: '个' },
  liaison: { title: '联络制度', whole: '支部', lacks: '没有联络员', unit: '个支部' },
}
