import { cameNotice } from '../../../../core/voice/suggestions/notices'
import { answerBy, COMPARED, isShown, MOST_JOINED, remindOn, similarTo } from '../../../../core/voice/suggestions/rules'
import type { suggestions as contract } from '../../../../core/voice/suggestions/contract'
import { scopesOf } from '../../../../core/shared/scopes'
import { claimFiles } from '../../../kernel/files'
import { keepersOf, Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { type Suggestion, Suggestions } from './documents'
import { markSuggestion } from './mark'
import { shownOf } from './shown'

/** So many suggestions a person makes in a day. */
const [MOST_A_DAY, DAY_MS] = [20, 24 * 60 * 60_000] as const

export const submit: Handlers<Pick<typeof contract, 'suggestion.submit' | 'suggestion.similar' | 'suggestion.join'>> = {
  async 'suggestion.submit'(input, context) {
    const { store, person, actor, openid, commandId, now, tell, limitCommands, fail, checkText } = context
    const { text = '', voiceFileId, photoFileIds = [] } = input
    const branchId = input.branchId ?? person.branchId
    if (text === '' && voiceFileId === undefined && photoFileIds.length === 0) return fail('INVALID_INPUT', { paths: ['text'] })
    if (branchId !== person.branchId && !person.affiliates.some(one => one.branchId === branchId)) return fail('FORBIDDEN')
    const table = store.table(Suggestions)
    const [before, branch] = await Promise.all([table.get(commandId), store.table(Organizations).get(branchId)])
    if (!branch) return fail('NOT_FOUND')
    const { name, path } = branch
    const wanted: Suggestion = {
      ...{ _id: commandId, memberId: person._id, name: person.name, branchId, branchName: name, path, scopes: scopesOf(path) },
      ...{ text, photoFileIds, at: now, by: actor, state: 'received', open: true, dueOn: answerBy(now) },
      ...(voiceFileId === undefined ? {} : { voiceFileId }),
      ...{ steps: [], joined: [], version: 1 },
    }
    if (!before) {
      await limitCommands(openid, MOST_A_DAY, DAY_MS)
      await checkText(text)
      await claimFiles(context, [...photoFileIds, voiceFileId], { purpose: 'suggestion', about: commandId })
      const remind = remindOn(wanted)
      await table.add({ ...wanted, ...(remind === undefined ? {} : { remindOn: remind }) })
    }
    const row = before ?? wanted
    await Promise.all([
      markSuggestion(context, row),
      tell(await keepersOf(store, { _id: person._id, path }), cameNotice(row, row.dueOn, row.at)),
    ])
    return { suggestionId: commandId }
  },

  async 'suggestion.similar'({ text }, { store, person }) {
    const rows = await store
      .table(Suggestions)
      .find({ scopes: person.branchId }, { order: [['at', 'desc'], ['_id', 'desc']], limit: COMPARED }) // prettier-ignore
    const others = rows.filter(one => one.memberId !== person._id && isShown(one) && one.state !== 'declined')
    return { items: similarTo(text, others).map(shownOf) }
  },

  async 'suggestion.join'({ suggestionId }, { store, subject, person, now, fail }) {
    if (subject.memberId === person._id || subject.joined.some(one => one.memberId === person._id)) return {}
    if (!isShown(subject)) return fail('NOT_FOUND')
    if (!subject.open) return fail('SUGGESTION_ANSWERED')
    // The list has room for as many: its last place is empty.
    const room = { _id: suggestionId, open: true, [`joined.${String(MOST_JOINED - 1)}`]: { exists: false } } as const
    const entry = { memberId: person._id, at: now }
    const joined = await store
      .table(Suggestions)
      .update({ ...room, 'joined.memberId': { not: person._id } }, { push: { joined: entry }, inc: { version: 1 } })
    if (joined > 0) return {}
    const after = (await store.table(Suggestions).get(suggestionId)) ?? fail('NOT_FOUND')
    if (after.joined.some(one => one.memberId === person._id)) return {}
    return fail(after.open ? 'CONFLICT' : 'SUGGESTION_ANSWERED')
  },
}
