import { fingerprint } from '../ballots/fingerprint'
import type { surveys as contract } from '../../../../core/voice/surveys/contract'
import { tellerNotice } from '../../../../core/voice/surveys/notices'
import { asked, wrongWith } from '../../../../core/voice/surveys/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import { changeRow } from '../../../kernel/settle'
import { Members } from '../../people/public'
import { closeBox, giveTellerKey, openBox } from '../ballots/public'
import type { Handlers } from '../use-case'
import { type Survey, Surveys } from './documents'
import { tellAll, toBeTold } from './tell-all'

export const run: Handlers<Pick<typeof contract, 'survey.publish' | 'survey.tellerKey' | 'survey.close'>> = {
  async 'survey.publish'({ orgId, title, questions, closesAt, tellerIds = [] }, context) {
    const { store, subject: org, actor, now, commandId, tell, checkText, fail } = context
    const wrong = wrongWith({ questions, closesAt }, now)
    const table = store.table(Surveys)
    const known = await table.get(commandId)
    if (known === null && wrong) return fail('INVALID_INPUT', { paths: [wrong.path], message: wrong.message })
    if (known === null) await checkText(title, ...questions.flatMap(one => [one.text, ...(one.options ?? [])]))
    const ids = [...new Set(tellerIds)]
    const found = await store.table(Members).getMany(ids)
    const able = found.filter(
      one => one.state === 'active' && (one.path.startsWith(org.path) || one.affiliates.some(each => each.path.startsWith(org.path))),
    )
    if (able.length < ids.length) return fail('INVALID_INPUT', { paths: ['tellerIds'], message: '监票人要是这里的党员' })
    const tellers = known?.tellers ?? able.map(({ _id, name }) => ({ memberId: _id, name }))
    const box = await openBox(context, {
      _id: commandId,
      kind: 'survey',
      orgId,
      path: org.path,
      questions: asked(questions),
      tellers,
      closesAt,
    })
    const fresh: Survey = {
      ...{ _id: commandId, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path), title, questions, closesAt, tellers },
      ...{ state: 'waiting', createdBy: actor, createdAt: now, counts: [], acts: [], version: 1 },
    }
    const wanted = tellers.length > 0 ? fresh : toBeTold({ ...fresh, state: 'open', code: fingerprint(box) }, 'open', now)
    if (known === null) await table.add(wanted)
    const survey = known ?? (await table.get(commandId)) ?? wanted
    if (survey.state === 'waiting')
      await tell(tellers.map(one => one.memberId), tellerNotice({ ...survey, code: '' })) // prettier-ignore
    else await tellAll(context, survey)
    return { surveyId: commandId }
  },

  async 'survey.tellerKey'({ surveyId, publicKey }, context) {
    const { store, person, now, fail } = context
    const box = await giveTellerKey(store, surveyId, person._id, publicKey)
    if (!box) return fail('FORBIDDEN')
    const table = store.table(Surveys)
    const seen = (await table.get(surveyId)) ?? fail('NOT_FOUND')
    if (box.state !== 'open') return { state: seen.state }
    const survey = await changeRow(table, seen, row =>
      row.state === 'waiting' ? toBeTold({ ...row, state: 'open', code: fingerprint(box) }, 'open', now) : row,
    )
    await tellAll(context, survey)
    return { state: survey.state }
  },

  async 'survey.close'({ surveyId }, context) {
    await closeBox(context, surveyId)
    return {}
  },
}
