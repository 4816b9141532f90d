import type { DateText } from '../../shared/operation'
import type { BranchKind } from '../organizations/branch-kinds'

/** What regulations set a number for; of a switch the number is 1 for yes and 0 for no. */
export const ruleKeys = [
  'branch.least-members',
  'branch.most-members',
  'branch.joint-most-units',
  'branch.founding-reply-months',
  'branch.elects',
  'branch.appointed',
  'branch.collects-dues',
  'branch.votes',
  'group.from-members',
  'group.least-members',
  'committee.from-members',
  'committee.least',
  'committee.usual-most',
  'committee.most',
  'committee.term-years',
  'committee.postpone-months',
  'committee.remind-months',
  'transfer.letter-months',
  'transfer.receipt-months',
  'mobile.away-months',
  'mobile.contact-months',
  'liaison.visit-months',
  'liaison.grace-days',
  'report.months',
  'report.grace-days',
  'duty.climb-days',
  'coverage.quiet-months',
  'study.member-hours',
  'study.committee-hours',
  'study.frail-age',
] as const
export type RuleKey = (typeof ruleKeys)[number]

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
export type Unit = '人' | '个' | '年' | '个月' | '天' | '学时' | '周岁' | 'switch'

interface Regulated {
  title: string
  unit: Unit
  /** The first holds for every kind of branch. */
  rows: readonly [Rule, ...Rule[]]
}

const BRANCH = { document: '中国共产党支部工作条例（试行）', from: '2018-10-28' } as const
const TERMS = { document: '关于党的基层组织任期的意见', from: '2018-07-12' } as const
const ELECTIONS = { document: '中国共产党基层组织选举工作条例', from: '2020-07-13' } as const
const EDUCATION = { document: '中国共产党党员教育管理工作条例', from: '2019-05-06' } as const
/** What no regulation sets: what offices of retired cadres usually do, until the bureau says otherwise. */
const USUAL = { document: '老干部工作的通常做法', from: '2016-02-04' } as const

/** The rules the product comes with (docs/rules.md). A number that changes gets a further row; what held before stays. */
export const regulated: Readonly<Record<RuleKey, Regulated>> = {
  'branch.least-members': { title: '成立支部最少要几名正式党员', unit: '人', rows: [{ ...BRANCH, value: 3, article: '第四条' }] },
  'branch.most-members': { title: '一个支部一般最多多少党员', unit: '人', rows: [{ ...BRANCH, value: 50, article: '第四条' }] },
  'branch.joint-most-units': { title: '联合党支部一般最多几个单位', unit: '个', rows: [{ ...BRANCH, value: 5 }] },
  'branch.founding-reply-months': { title: '申请成立支部，多久内批复', unit: '个月', rows: [{ ...BRANCH, value: 1 }] },
  'branch.elects': {
    title: '进行换届选举',
    unit: 'switch',
    rows: [
      { ...BRANCH, value: 1 },
      { ...BRANCH, value: 0, branchKind: 'temporary' },
      { ...USUAL, value: 0, branchKind: 'unestablished' },
    ],
  },
  'branch.appointed': {
    title: '支部班子由上级指定',
    unit: 'switch',
    rows: [
      { ...BRANCH, value: 0 },
      { ...BRANCH, value: 1, branchKind: 'temporary' },
      { ...USUAL, value: 1, branchKind: 'unestablished' },
    ],
  },
  'branch.collects-dues': {
    title: '收缴党费',
    unit: 'switch',
    rows: [
      { ...BRANCH, value: 1 },
      { ...BRANCH, value: 0, branchKind: 'temporary' },
      { ...USUAL, value: 0, branchKind: 'unestablished' },
    ],
  },
  'branch.votes': {
    title: '开会表决',
    unit: 'switch',
    rows: [
      { ...BRANCH, value: 1 },
      { ...USUAL, value: 0, branchKind: 'unestablished' },
    ],
  },
  'group.from-members': {
    title: '多少党员起应当分党小组',
    unit: '人',
    rows: [{ document: '中央和国家机关党小组工作规则', from: '2021-01-01', value: 20 }],
  },
  'group.least-members': {
    title: '党小组最少几名党员',
    unit: '人',
    rows: [{ document: '中央和国家机关党小组工作规则', from: '2021-01-01', value: 3 }],
  },
  'committee.from-members': { title: '多少名正式党员起设支部委员会', unit: '人', rows: [{ ...BRANCH, value: 7 }] },
  'committee.least': { title: '支部委员会最少几人', unit: '人', rows: [{ ...BRANCH, value: 3 }] },
  'committee.usual-most': { title: '支部委员会通常最多几人', unit: '人', rows: [{ ...BRANCH, value: 5 }] },
  'committee.most': { title: '支部委员会一般不超过几人', unit: '人', rows: [{ ...BRANCH, value: 7 }] },
  'committee.term-years': {
    title: '支部委员会任期',
    unit: '年',
    rows: [
      { ...TERMS, value: 3 },
      { ...TERMS, value: 5, branchKind: 'community' },
    ],
  },
  'committee.postpone-months': { title: '换届最多提前或者延期多久', unit: '个月', rows: [{ ...ELECTIONS, value: 12, article: '第三条' }] },
  'committee.remind-months': { title: '任期届满前多久提醒换届', unit: '个月', rows: [{ ...TERMS, value: 6 }] },
  'transfer.letter-months': { title: '组织关系介绍信最长有效多久', unit: '个月', rows: [{ ...EDUCATION, value: 3 }] },
  'transfer.receipt-months': { title: '接收后多久内交回回执', unit: '个月', rows: [{ ...EDUCATION, value: 1 }] },
  'mobile.away-months': { title: '外出多久算流动党员', unit: '个月', rows: [{ ...EDUCATION, value: 6 }] },
  'mobile.contact-months': { title: '最多多久联系一次流动党员', unit: '个月', rows: [{ ...EDUCATION, value: 6 }] },
  'liaison.visit-months': { title: '联络员多久走访一次支部', unit: '个月', rows: [{ ...USUAL, value: 3 }] },
  'liaison.grace-days': { title: '走访过期几天内还算这一期的', unit: '天', rows: [{ ...USUAL, value: 10 }] },
  'report.months': { title: '支部多久向上级报告一次工作', unit: '个月', rows: [{ ...USUAL, value: 3 }] },
  'report.grace-days': { title: '一期过完，几天内交报告', unit: '天', rows: [{ ...USUAL, value: 15 }] },
  'duty.climb-days': { title: '走访、报告超期，每过几天再告诉上一级', unit: '天', rows: [{ ...USUAL, value: 7 }] },
  'study.member-hours': { title: '党员每年集中学习培训不少于', unit: '学时', rows: [{ ...EDUCATION, value: 32 }] },
  'study.committee-hours': { title: '书记和班子成员每年集中学习培训不少于', unit: '学时', rows: [{ ...EDUCATION, value: 56 }] },
  'study.frail-age': { title: '多大年纪起学习只记不催', unit: '周岁', rows: [{ ...USUAL, value: 80 }] },
  'coverage.quiet-months': { title: '多久没有活动要提醒', unit: '个月', rows: [{ ...USUAL, value: 3 }] },
}
