import { FEWEST, type BallotQuestion, type Crossed, type Tally } from '../ballots/answers'
import type { SurveyCount } from './contract'
import { MOST_TEXTS, type SurveyQuestion } from './questions'

const HOUR = 60 * 60_000
/** A survey is open at least an hour and at most 90 days: many answer on the second look. */
export const [SHORTEST, LONGEST] = [HOUR, 90 * 24 * HOUR] as const

/** The questions as the engine knows them: without words. */
export const asked = (questions: readonly SurveyQuestion[]): BallotQuestion[] =>
  questions.map(({ kind, options, most = 1 }) => (kind === 'choice' ? { kind, options: options?.length ?? 0, most } : { kind }))

/** What is wrong with a new survey, in words; null where nothing is. */
export const wrongWith = (
  { questions, closesAt }: { questions: readonly SurveyQuestion[]; closesAt: number },
  now: number,
): { path: string; message: string } | null => {
  if (closesAt < now + SHORTEST) return { path: 'closesAt', message: '截止要在一个小时以后' }
  if (closesAt > now + LONGEST) return { path: 'closesAt', message: '截止不能晚于三个月以后' }
  if (questions.filter(one => one.kind === 'text').length > MOST_TEXTS)
    return { path: 'questions', message: `写话的题最多${String(MOST_TEXTS)}道` }
  const bare = questions.findIndex(
    ({ kind, options = [], most = 1 }) => kind === 'choice' && (new Set(options).size < 2 || most > options.length),
  )
  return bare < 0 ? null : { path: `questions.${String(bare)}.options`, message: `第${String(bare + 1)}题的选项还不够` }
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

const tallyFits = ({ kind, options = 0, most = options }: BallotQuestion, { counts, texts, none }: Tally, answers: number): boolean => {
  if (kind === 'text') return counts === undefined && texts !== undefined && texts.length + none === answers
  if (texts !== undefined || counts?.length !== (kind === 'grade' ? 5 : options)) return false
  const given = sum(counts)
  const answered = answers - none
  return answered >= 0 && given >= answered && given <= answered * (kind === 'grade' ? 1 : most) && counts.every(one => one <= answered)
}

const crossedFits = (
  questions: readonly BallotQuestion[],
  { first, second, cells }: Crossed,
  tallies: readonly Tally[],
  answers: number,
): boolean => {
  const [one, other] = [questions[first], questions[second]]
  if (!one || !other || first >= second || cells.flat().some(count => count > 0 && count < FEWEST) || sum(cells.flat()) !== answers)
    return false
  const [rows, columns] = [tallies[first], tallies[second]].map(tally => [...(tally?.counts ?? []), tally?.none ?? 0])
  return (
    rows?.length === cells.length &&
    cells.every((line, row) => line.length === columns?.length && sum(line) === rows[row]) &&
    columns?.every((count, column) => count === sum(cells.map(line => line[column] ?? 0))) === true
  )
}

/** Can this be what so many ballots say to these questions? A table with a cell of one to four cannot be shown and does not fit. */
export const countFits = (questions: readonly BallotQuestion[], counted: SurveyCount, ballots: number): boolean =>
  counted.answers + counted.invalid === ballots &&
  counted.questions.length === questions.length &&
  questions.every((question, index) => {
    const tally = counted.questions[index]
    return tally !== undefined && tallyFits(question, tally, counted.answers)
  }) &&
  counted.crossed.every(one => crossedFits(questions, one, counted.questions, counted.answers))

/** What may be kept of a count: of fewer than five answers nothing but that they were too few. */
export const keptOf = (counted: SurveyCount): SurveyCount =>
  counted.answers >= FEWEST ? counted : { answers: counted.answers, invalid: counted.invalid, questions: [], crossed: [] }
