import { unansweredNotice } from '../../../../core/voice/suggestions/notices'
import type { suggestions as contract } from '../../../../core/voice/suggestions/contract'
import { isVerdict } from '../../../../core/voice/suggestions/states'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { keepersOf } from '../../people/public'
import type { Handlers } from '../use-case'
import { Suggestions } from './documents'
import { markSuggestion } from './mark'
import { change } from './row'
import { shownOf, stepOf } from './shown'

const PAGE = 20
const latest = byNumber('at', 'desc')

/** What a member sees of suggestions: their own, those they joined, those their branch adopted. */
export const mine: Handlers<Pick<typeof contract, 'suggestion.mine' | 'suggestion.rate' | 'suggestion.adopted'>> = {
  async 'suggestion.mine'({ cursor }, { store, person }) {
    const table = store.table(Suggestions)
    const [own, joined] = await Promise.all([
      pageBy(table, { memberId: person._id }, latest, { size: PAGE, cursor }),
      // Those joined stand on the first page: they are few.
      cursor === undefined ? table.find({ 'joined.memberId': person._id }, { order: [['at', 'desc'], ['_id', 'desc']], limit: PAGE }) : [], // prettier-ignore
    ])
    const rows = [...own.items, ...joined].sort((one, other) => other.at - one.at)
    return {
      items: rows.map(row => ({
        ...shownOf(row),
        ...{ own: row.memberId === person._id, dueOn: row.dueOn, steps: row.steps.map(stepOf) },
        ...(row.outcome ? { outcome: row.outcome } : {}),
        ...(row.rated ? { answers: row.rated.answers } : {}),
      })),
      cursor: own.cursor,
    }
  },

  async 'suggestion.rate'({ suggestionId, answers, words = '' }, context) {
    const { store, person, now, tell, fail, checkText } = context
    // Wherever the proposer belongs by now, it is theirs to say.
    const own = await store.table(Suggestions).get(suggestionId)
    if (own?.memberId !== person._id) return fail('NOT_FOUND')
    if (!isVerdict(own.state)) return fail('SUGGESTION_UNANSWERED')
    await checkText(words)
    const after = await change(store, own, row => {
      if (!isVerdict(row.state)) return fail('SUGGESTION_UNANSWERED')
      if (row.rated?.answers === answers && row.rated.words === words) return row
      return { ...row, rated: { answers, words, at: now } }
    })
    await markSuggestion(context, after)
    if (!answers)
      await tell(await keepersOf(store, { _id: person._id, path: after.path }), unansweredNotice(after, after.steps.length, words, now))
    return {}
  },

  async 'suggestion.adopted'({ cursor }, { store, person }) {
    const filter = { scopes: person.branchId, state: { in: ['adopted', 'partly'] } } as const
    const { items, cursor: next } = await pageBy(store.table(Suggestions), filter, latest, { size: PAGE, cursor })
    return {
      items: items
        .filter(one => one.topic !== 'private')
        .map(row => ({
          ...shownOf(row),
          words: row.steps.findLast(one => isVerdict(one.state))?.words ?? '',
          ...(row.outcome ? { outcome: row.outcome } : {}),
        })),
      cursor: next,
    }
  },
}
