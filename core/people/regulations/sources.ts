import type { DateText } from '../../shared/operation'
import type { BranchKind } from '../organizations/branch-kinds'

/** A number with its document, from a date on; for one kind of branch where it names one, else for all that have no row of their own. */
export interface Rule {
  value: number
  from: DateText
  branchKind?: BranchKind
  document: string
  /** 第四条; missing where no source printed it. */
  article?: string
}

/** `switch`: yes or no. */
export type Unit = '人' | '个' | '年' | '个月' | '天' | '次' | '学时' | '周岁' | '分之一' | '%' | '‰' | '元' | 'switch'

/** Units of which a bureau may set none: not owed at all, no day of grace, no sum from which. */
export const mayBeNone: readonly Unit[] = ['天', '次', '元']

/** One number of the rule set, with its rows. */
export interface Regulated {
  title: string
  unit: Unit
  /** The first holds for every kind of branch. */
  rows: readonly [Rule, ...Rule[]]
}

export const BRANCH = { document: '中国共产党支部工作条例（试行）', from: '2018-10-28' } as const
export const TERMS = { document: '关于党的基层组织任期的意见', from: '2018-07-12' } as const
export const ELECTIONS = { document: '中国共产党基层组织选举工作条例', from: '2020-07-13' } as const
export const EDUCATION = { document: '中国共产党党员教育管理工作条例', from: '2019-05-06' } as const
export const DUES = { document: '关于中国共产党党费收缴、使用和管理的规定（中组发〔2008〕3号）', from: '2008-02-04' } as const
/** What no regulation sets: what offices of retired cadres usually do, until the bureau says otherwise. */
export const USUAL = { document: '老干部工作的通常做法', from: '2016-02-04' } as const
