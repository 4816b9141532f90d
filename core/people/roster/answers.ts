import type { Answered, PreviewRow } from './contract'

type Asked = Pick<PreviewRow, 'row' | 'sheet' | 'fate' | 'asks'>

/** What was answered to one ask of a row: said of that row itself before what was said of all, the last word before earlier ones. */
const answerTo = (row: Asked, what: Answered['what'], answers: readonly Answered[]): Answered['answer'] | undefined => {
  const said = answers.filter(one => one.what === what)
  const own = said.filter(one => one.row === row.row && (one.sheet ?? row.sheet) === row.sheet)
  return (own.at(-1) ?? said.filter(one => one.row === undefined).at(-1))?.answer
}

/** Whether an ask is settled so that its row may be imported. */
const settles = (what: Answered['what'], answer: Answered['answer'] | undefined): boolean =>
  what === 'same' ? answer === 'same' || answer === 'new' : what === 'twin' ? answer === 'new' : answer === 'import'

/**
 * What becomes of a row once the secretary has answered: as it was shown, as a new person, or left out, where a question is unanswered.
 * A row that would change nothing needs no answer.
 */
export const settled = (row: Asked, answers: readonly Answered[]): 'as-shown' | 'as-new' | 'left-out' => {
  if (row.fate === 'error' || row.fate === 'unchanged') return 'as-shown'
  const asks = row.asks ?? []
  if (!asks.every(({ what }) => settles(what, answerTo(row, what, answers)))) return 'left-out'
  return asks.some(({ what }) => what === 'same' && answerTo(row, what, answers) === 'new') ? 'as-new' : 'as-shown'
}
