/** One question of a ballot. `choice`: of `options`, at most `most` of them (all, unless said); `text`: in own words. */
export interface BallotQuestion {
  kind: 'grade' | 'choice' | 'text'
  /** How many there are to choose from. */
  options?: number | undefined
  most?: number | undefined
}
/** An answer in the order of the questions: a grade from 1 to 5 (null: left out), the indexes of what was chosen, or a text. */
export type BallotAnswer = readonly (number | null | readonly number[] | string)[]

export const GRADES = [1, 2, 3, 4, 5] as const
/** Characters of one text. */
export const LONGEST_TEXT = 500
/** Bytes that a character takes; of a text that takes more the phone says that it is too long. */
const BYTES = 3
const BLOCK = 64
/** What a sealed answer has besides: its form, the key of one sending, the nonce, and what the box of the answer adds; for each teller the key of the answer. */
const [HEAD, SEALED_KEY] = [1 + 32 + 24 + 16, 48]

/** As many bytes has every answer to these questions, whatever it says: answers of one box are of one length. */
export const sizeOf = (questions: readonly BallotQuestion[]): number => {
  const bytes = questions.map(({ kind, options = 0 }) =>
    kind === 'text' ? LONGEST_TEXT * BYTES + 3 : kind === 'grade' ? 5 : 4 * options + 3,
  )
  return BLOCK * Math.ceil((2 + bytes.reduce((sum, one) => sum + one, 0)) / BLOCK)
}
/** As many bytes has an answer that is sealed for so many tellers. */
export const sealedSizeOf = (questions: readonly BallotQuestion[], tellers: number): number =>
  HEAD + SEALED_KEY * tellers + sizeOf(questions)

const fitsChoice = (chosen: readonly unknown[], { options = 0, most = options }: BallotQuestion): boolean =>
  chosen.length <= most &&
  new Set(chosen).size === chosen.length &&
  chosen.every(one => typeof one === 'number' && Number.isInteger(one) && one >= 0 && one < options)

const fitsOne = (answer: unknown, question: BallotQuestion): boolean => {
  if (question.kind === 'text') return typeof answer === 'string' && answer.length <= LONGEST_TEXT
  if (question.kind === 'grade') return answer === null || GRADES.some(one => one === answer)
  return Array.isArray(answer) && fitsChoice(answer, question)
}

/** Does it answer these questions? */
export const fits = (questions: readonly BallotQuestion[], answer: unknown): answer is BallotAnswer =>
  Array.isArray(answer) && answer.length === questions.length && questions.every((question, index) => fitsOne(answer[index], question))

/** What all answers say together to one question: how often each grade or option was given (in order), or the texts. */
export interface Tally {
  counts?: number[] | undefined
  texts?: string[] | undefined
  /** How many left it out. */
  none: number
}

const isList = (one: BallotAnswer[number] | undefined): one is readonly number[] => typeof one === 'object' && one !== null

const tallyOne = (question: BallotQuestion, answers: readonly (BallotAnswer[number] | undefined)[]): Tally => {
  if (question.kind === 'text') {
    const texts = answers.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
    return { texts: texts.sort(), none: answers.length - texts.length }
  }
  const chosen = answers.map(one => (isList(one) ? one : typeof one === 'number' ? [one] : []))
  const options = question.kind === 'grade' ? [...GRADES] : Array.from({ length: question.options ?? 0 }, (_, index) => index)
  return {
    counts: options.map(option => chosen.filter(one => one.includes(option)).length),
    none: chosen.filter(one => one.length === 0).length,
  }
}

/** Counts answers question by question: what one ballot says to different questions comes apart; texts come in the order of their letters. */
export const tallyOf = (questions: readonly BallotQuestion[], answers: readonly BallotAnswer[]): Tally[] =>
  questions.map((question, index) => tallyOne(question, answers.map(one => one[index]))) // prettier-ignore

/** Fewer answers than this are shown to no one, in whole or in any cell of a table of two questions. */
export const FEWEST = 5

/** What is told together with the answer to another question: the rows are the first question's, the columns the second's; the last of each are those who left it out. */
export interface Crossed {
  first: number
  second: number
  cells: number[][]
}

const categoriesOf = ({ kind, options = 0 }: BallotQuestion): number => (kind === 'grade' ? GRADES.length : options) + 1

const categoryOf = (question: BallotQuestion, one: BallotAnswer[number] | undefined): number | undefined => {
  const none = categoriesOf(question) - 1
  if (question.kind === 'grade') return typeof one === 'number' ? one - 1 : none
  return isList(one) ? (one.length > 1 ? undefined : (one[0] ?? none)) : none
}

/**
 * The tables of two questions that may be shown. One is shown whole or not at all: every cell with an answer in it has five or more. Those who left a question out
 * have cells of their own, so that no difference of two tables, nor of a table and the counts of a question, tells of fewer.
 */
export const crossedOf = (questions: readonly BallotQuestion[], answers: readonly BallotAnswer[]): Crossed[] =>
  questions.flatMap((one, first) =>
    questions.flatMap((other, second): Crossed[] => {
      if (second <= first || one.kind === 'text' || other.kind === 'text') return []
      if ((one.kind === 'choice' && one.most !== 1) || (other.kind === 'choice' && other.most !== 1)) return []
      const cells = Array.from({ length: categoriesOf(one) }, () => Array.from({ length: categoriesOf(other) }, () => 0))
      for (const answer of answers) {
        const [row, column] = [categoryOf(one, answer[first]), categoryOf(other, answer[second])]
        const line = row === undefined ? undefined : cells[row]
        if (!line || column === undefined) return []
        line[column] = (line[column] ?? 0) + 1
      }
      return cells.flat().some(count => count > 0 && count < FEWEST) ? [] : [{ first, second, cells }]
    }),
  )
