import { newsNotice, outcomeNotice } from '../../../../core/voice/suggestions/notices'
import type { suggestions as contract } from '../../../../core/voice/suggestions/contract'
import { isVerdict } from '../../../../core/voice/suggestions/states'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { sayDay } from '../../../../core/shared/spans'
import { claimFiles, endFiles } from '../../../kernel/files'
import type { Context, Handlers } from '../use-case'
import { type Suggestion, type SuggestionStep, Suggestions } from './documents'
import { markSuggestion } from './mark'
import { change } from './row'

type Acting = Pick<Context<'suggestion.answer'>, 'store' | 'now' | 'actor' | 'commandId' | 'tell'> & { subject: Suggestion }
type Said = Pick<SuggestionStep, 'state' | 'words'> & Partial<Pick<SuggestionStep, 'unit' | 'dueOn'>>

/** Everyone who waits for the answer: the proposer, and those who joined. */
const waiting = ({ memberId, joined }: Suggestion): string[] => [memberId, ...joined.map(one => one.memberId)]

/**
 * One change of state, in one write with the words that go with it; then everyone who waits for the answer is told. Sent again, it is the same step. `may` judges
 * the row as it stands.
 */
const step = async (context: Acting, said: Said, may: (row: Suggestion) => void): Promise<void> => {
  const { store, now, actor: by, commandId, tell, subject } = context
  const after = await change(store, subject, row => {
    if (row.steps.some(one => one.commandId === commandId)) return row
    may(row)
    const { dueOn } = said
    const next = { ...row, state: said.state, steps: [...row.steps, { commandId, at: now, by, ...said }] }
    // A new promise is reminded of from the beginning, a new answer is asked about from the beginning.
    const asked = isVerdict(said.state) ? omit(next, 'rated') : next
    return dueOn === undefined || dueOn === row.dueOn ? asked : { ...omit(asked, 'reminded'), dueOn }
  })
  await markSuggestion(context, after)
  const nth = after.steps.findIndex(one => one.commandId === commandId)
  const made = after.steps[nth]
  if (made) await tell(waiting(after), newsNotice(after, made, nth))
}

/** It is adopted, in these words. */
export const adopt = (context: Acting, words: string): Promise<void> => step(context, { state: 'adopted', words }, () => undefined)

export const handle: Handlers<
  Pick<typeof contract, 'suggestion.sort' | 'suggestion.hand' | 'suggestion.progress' | 'suggestion.answer' | 'suggestion.outcome'>
> = {
  async 'suggestion.sort'({ suggestionId, topic }, context) {
    await context.store.table(Suggestions).update({ _id: suggestionId }, { set: { topic }, inc: { version: 1 } })
    return {}
  },

  async 'suggestion.hand'({ unit, dueOn, words = '' }, context) {
    const { now, fail, checkText } = context
    if (dueOn < dateOf(now)) return fail('INVALID_INPUT', { paths: ['dueOn'], message: '请选今天以后的日子' })
    await checkText(unit, words)
    const told = `交给${unit}办，${sayDay(dueOn)}以前答复您。${words}`
    await step(context, { state: 'handed', words: told, unit, dueOn }, row => {
      if (!row.open) fail('SUGGESTION_ANSWERED')
    })
    return {}
  },

  async 'suggestion.progress'({ words }, context) {
    const { fail, checkText } = context
    await checkText(words)
    await step(context, { state: 'working', words }, row => {
      if (!row.open) fail('SUGGESTION_ANSWERED')
    })
    return {}
  },

  async 'suggestion.answer'({ verdict, words }, context) {
    await context.checkText(words)
    await step(context, { state: verdict, words }, () => undefined)
    return {}
  },

  async 'suggestion.outcome'({ suggestionId, words, photoFileIds = [] }, context) {
    const { store, subject, now, tell, fail, checkText } = context
    if (!isVerdict(subject.state)) return fail('SUGGESTION_UNANSWERED')
    await checkText(words)
    await claimFiles(context, photoFileIds, { purpose: 'suggestion', about: suggestionId })
    const after = await change(store, subject, row =>
      row.outcome?.words === words && row.outcome.photoFileIds.join() === photoFileIds.join()
        ? row
        : { ...row, outcome: { words, photoFileIds, at: now } },
    )
    const kept = [...after.photoFileIds, ...photoFileIds, ...(after.voiceFileId === undefined ? [] : [after.voiceFileId])]
    await endFiles(context, { purpose: 'suggestion', about: suggestionId }, kept)
    await tell(waiting(after), outcomeNotice(after, words, after.outcome?.at ?? now))
    return {}
  },
}
