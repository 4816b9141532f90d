import type { BoardTopic } from './contract'

/** What can need attention, the most serious first: a word given to an elder, then people left alone, then what is owed, then what has no helper or money yet, then meetings, then what is to be answered. */
export const bySeriousness = [
  'requests',
  'special-care',
  'visits',
  'pairings',
  'benefits',
  'life',
  'suggestions',
  'service',
  'funds',
] as const
type Worry = (typeof bySeriousness)[number]

/** How many things one sentence names. */
const AT_ONCE = 3
const numerals = ['', '一', '两', '三']

const said: Readonly<Record<Worry, (count: number) => string>> = {
  requests: count => `${String(count)} 件求助没按说好的时间办`,
  'special-care': count => `${String(count)} 位老同志超期没人联系`,
  visits: count => `${String(count)} 户走访超期，或者还没有人去`,
  pairings: count => `${String(count)} 位老同志没有结对`,
  benefits: count => `${String(count)} 项待遇到期没办`,
  life: count => `${String(count)} 项组织生活过期没办`,
  suggestions: count => `${String(count)} 条建议过了日子没答复`,
  service: count => `值班、共建有 ${String(count)} 处没跟上`,
  funds: count => `${String(count)} 个季度的党费过期没返还`,
}
const called: Readonly<Record<Worry, string>> = {
  requests: '求助',
  'special-care': '特殊关怀',
  visits: '走访',
  pairings: '结对',
  benefits: '待遇',
  life: '组织生活',
  suggestions: '建议',
  service: '服务',
  funds: '党费返还',
}

/** 2 位老同志超期没人联系; empty for a topic that never needs attention. */
export const sayWorry = (topic: BoardTopic, count: number): string =>
  topic === 'members' || topic === 'organizations' || topic === 'study' || topic === 'assessment' ? '' : said[topic](count)

interface Figure {
  topic: BoardTopic
  /** Null where nothing has been counted yet. */
  now: object | null
  /** It is being counted: its number is not to be said. */
  counting?: boolean | undefined
  worry: number
}
interface Line {
  topic: BoardTopic
  name: string
  worry: number
}

/** What is to be done over an organization, as one sentence says it. */
export interface Todo {
  /** At most three, the most serious first; `where` names the organizations that have most of it. */
  things: { topic: Worry; count: number; where: string }[]
  /** How many more there are. */
  more: number
  /** Of these it is not known yet. */
  unknown: Worry[]
}

/** Branches are called as one calls them: all of them are of retired officials. */
const shortOf = (name: string): string => name.replace(/离退休干部党支部$/u, '支部')

/** One or two are named; of more, the one that has most, or the first of those that share that place. */
const whereOf = ([first, second, third]: readonly Line[]): string => {
  if (!first) return ''
  if (!second) return shortOf(first.name)
  if (!third) return `${shortOf(first.name)}、${shortOf(second.name)}`
  return `${shortOf(first.name)}${first.worry > second.worry ? '最多' : '等'}`
}

/** What needs doing by a board's figures and by its lines, which come worst first. A branch's own board names no organization (`lines` empty). */
export const whatToDo = (figures: readonly Figure[], lines: readonly Line[]): Todo => {
  const standing = bySeriousness.flatMap(topic => {
    const figure = figures.find(one => one.topic === topic)
    return figure ? [{ topic, count: figure.worry, known: figure.now !== null && figure.counting !== true }] : []
  })
  const things = standing
    .filter(one => one.known && one.count > 0)
    .map(({ topic, count }) => ({ topic, count, where: whereOf(lines.filter(line => line.topic === topic)) }))
  return {
    things: things.slice(0, AT_ONCE),
    more: Math.max(0, things.length - AT_ONCE),
    unknown: standing.filter(one => !one.known).map(one => one.topic),
  }
}

/** The sentence at the top of a board. `when` names its month (这个月); `present`: what is not known of it is still being counted. */
export const sayTodo = ({ things, more, unknown }: Todo, when: string, present: boolean): string => {
  const waiting = unknown.map(topic => called[topic]).join('、')
  const rest = waiting === '' ? '' : present ? `${waiting}正在统计，过几分钟再看。` : `${waiting}那时没有统计。`
  if (things.length === 0) return waiting === '' ? `${when}没有要管的事，都跟上了。` : rest
  const count = numerals[things.length] ?? ''
  const lead = more > 0 ? `${when}先管${count}件事：` : `${when}${count}件事要管：`
  const all = things.map(({ topic, count: number, where }) => `${said[topic](number)}${where === '' ? '' : `（${where}）`}`)
  return `${lead}${all.join('；')}。${rest}`
}
