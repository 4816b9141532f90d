import type { DateText } from '../../shared/operation'
import { sayDay } from '../../shared/spans'
import { isFigureName, shownFigure, type FigureName, type Figures, type ShownFigure } from './figures'

/**
 * A sentence of the secretary's: how it begins, then its clauses. `{name}` stands for a figure. A clause is left out where one of its figures is not
 * known, or its first one is nothing; a sentence of which no clause is left is left out.
 */
interface Sentence {
  lead: string
  clauses: readonly string[]
  /** The other clauses speak of the first: they go with it. */
  whole?: boolean
}

const basics: readonly Sentence[] = [
  {
    lead: '我们支部现有',
    clauses: ['党员{members}名', '其中离退休党员{retired}名', '80岁以上的{elderly}名', '独居的{alone}名'],
    whole: true,
  },
  { lead: '支部班子', clauses: ['由{committee}人组成'] },
]
const life: readonly Sentence[] = [
  {
    lead: '这一年，我们',
    clauses: [
      ...['召开支部党员大会{general-meeting}次', '开支委会{committee-meeting}次', '开党小组会{group-meeting}次', '上党课{lecture}次'],
      ...['过主题党日{party-day}次', '开组织生活会{org-life}次', '民主评议党员{appraisal}次', '听形势通报{briefing}次'],
    ],
  },
  { lead: '这些会和活动', clauses: ['该到会{expected}人次，到会{present}人次，到会率{attendance}%'] },
  {
    lead: '全年一共',
    clauses: ['办了活动{activities}次'],
  },
  { lead: '其中', clauses: ['请进来{in}次', '请出去{out}次', '动起来{move}次'] },
]
const study: readonly Sentence[] = [
  { lead: '大家', clauses: ['一共学习{studyHours}学时', '学完微课{courses}门次'] },
  { lead: '有', clauses: ['{reached}名党员学够了规定的学时'] },
  { lead: '对走不动的老同志，我们', clauses: ['送学上门{brought}次'] },
]
const service: readonly Sentence[] = [
  { lead: '我们', clauses: ['设了服务岗位{posts}个', '服务{served}人次', '服务时长{serviceHours}小时'] },
  { lead: '老同志', clauses: ['提建议{suggested}条', '采纳了{adopted}条'], whole: true },
  { lead: '支部里', clauses: ['有{talents}名老同志登记了特长，愿意发挥作用'] },
  { lead: '这一年支部', clauses: ['授予荣誉{honours}项'] },
  { lead: '共建单位', clauses: ['该办的事{pledged}件，办了{kept}件'] },
]
const care: readonly Sentence[] = [
  { lead: '按“四必访”，', clauses: ['该走访{visitsDue}次，走访了{visitsDone}次'] },
  { lead: '春节', clauses: ['该走访{springDue}次，走访了{springDone}次'] },
  { lead: '', clauses: ['要结对的老同志{elders}名，结了对的{paired}名'] },
  { lead: '', clauses: ['重点关心独居、高龄、卧床等老同志{cared}名'] },
  { lead: '老同志', clauses: ['求助{raised}件', '办好{solved}件', '按时办好{inTime}件'], whole: true },
  { lead: '我们', clauses: ['陪老同志办成心愿和外出的事{wishes}件', '安排咨询{consulted}人次'] },
  { lead: '各项待遇', clauses: ['该办{benefits}项，办了{benefitsDone}项'] },
]
const means: readonly Sentence[] = [
  { lead: '定了党费基数的党员', clauses: ['{duesOwing}名，不欠党费的{duesInTime}名'] },
  { lead: '支部经费', clauses: ['支出{spends}笔'] },
]
const home: readonly Sentence[] = [
  { lead: '支部', clauses: ['有活动阵地{rooms}处'] },
  { lead: '老党员之家', clauses: ['“十有”{homeChecks}项要求，达到了{homeHeld}项'] },
]
const lacking: readonly Sentence[] = [
  { lead: '', clauses: ['有{lateDuties}次组织生活过了时间没有办'] },
  { lead: '', clauses: ['有{visitsLate}次走访过了时间没有走到'] },
  { lead: '', clauses: ['有{careLate}名要重点关心的老同志没有按时联系'] },
  { lead: '', clauses: ['有{broken}件求助没有按时办好'] },
  { lead: '', clauses: ['有{pledgesLate}件共建的事过了时间没有办'] },
  { lead: '', clauses: ['有{spendsLacking}笔支出缺单据'] },
  { lead: '', clauses: ['有{remediesLate}项整改过了时间没有销号'] },
]
const remedied: readonly Sentence[] = [
  { lead: '整改清单上', clauses: ['销号{remedied}项'] },
  { lead: '', clauses: ['还有{remediesOpen}项正在整改'] },
]

const NAMED = /\{([a-zA-Z-]+)\}/gu

const namesIn = (clause: string): FigureName[] =>
  [...clause.matchAll(NAMED)].map(([, name = '']) => {
    if (!isFigureName(name)) throw new Error(`a draft names no figure ${name}`)
    return name
  })

/** What a clause says with these figures; null where one of them is not known, or there is nothing to say. */
const clauseOf = (clause: string, figures: Figures): { text: string; names: FigureName[] } | null => {
  const names = namesIn(clause)
  const [first] = names
  if (first === undefined || figures[first] === 0 || names.some(name => figures[name] === undefined)) return null
  return { names, text: clause.replace(NAMED, (_, name: string) => (isFigureName(name) ? String(figures[name]) : '')) }
}

interface Said {
  text: string
  names: FigureName[]
}

const sentenceOf = ({ lead, clauses, whole = false }: Sentence, figures: Figures): Said | null => {
  const said = clauses.map(clause => clauseOf(clause, figures))
  const [first] = said
  const there = said.filter(one => one !== null)
  if (there.length === 0 || (whole && first === null)) return null
  return { text: `${lead}${there.map(one => one.text).join('，')}。`, names: there.flatMap(one => one.names) }
}

const paragraphOf = (sentences: readonly Sentence[], figures: Figures): Said => {
  const said = sentences.flatMap(one => sentenceOf(one, figures) ?? [])
  return { text: said.map(one => one.text).join(''), names: said.flatMap(one => one.names) }
}

/** What was written down by people in the year, in their own words. */
export interface Words {
  brand?: { name: string; story: string } | undefined
  project?: { name: string; story: string } | undefined
  /** What is still to be put right. */
  open: readonly { problem: string; measure: string; dueOn: DateText; ownerName: string }[]
}

/** One part of a debrief: its title, what it says, and the figures in it. */
export interface Section {
  title: string
  text: string
  figures: ShownFigure[]
}

interface Asked {
  branchId: string
  year: number
  figures: Figures
  words: Words
}

const named = (what: string, one: { name: string; story: string } | undefined): string[] =>
  one === undefined ? [] : [`${what}“${one.name}”。${one.story}`]
const planned = ({ problem, measure, dueOn, ownerName }: Words['open'][number], at: number): string =>
  `${String(at + 1)}．${problem}：${measure}${ownerName === '' ? '' : `，由${ownerName}负责`}，${sayDay(dueOn)}以前办好。`

/**
 * A debrief as it is drafted (P61): in the secretary's voice, of figures that are known and words that people wrote. What nothing is known of is left out; what
 * was lacking and what comes next is for the secretary to go on with, so that these stand there even where they are empty.
 */
export const draftOf = ({ branchId, year, figures, words }: Asked): Section[] => {
  const section = (
    title: string,
    sentences: readonly Sentence[],
    before: readonly string[] = [],
    after: readonly string[] = [],
  ): Section => {
    const { text, names } = paragraphOf(sentences, figures)
    const unique = [...new Set(names)]
    return {
      title,
      text: [...before, text, ...after].filter(one => one !== '').join('\n'),
      figures: unique.flatMap(name => {
        const value = figures[name]
        return value === undefined ? [] : [shownFigure(name, value, { branchId, year })]
      }),
    }
  }
  const known = [
    section('支部基本情况', basics),
    section('组织生活', life),
    section('学习教育', study),
    section('发挥作用', service),
    section('关心照顾老同志', care),
    section('党费和经费', means),
    section('品牌、项目和阵地', home, [...named('我们的品牌是', words.brand), ...named('我们的项目是', words.project)]),
  ].filter(one => one.text !== '')
  return [
    ...known,
    section('存在的问题', lacking),
    section('整改和下一步打算', remedied, [], words.open.map(planned)), // prettier-ignore
  ]
}
