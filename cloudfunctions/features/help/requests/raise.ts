import type { requests as contract } from '../../../../core/help/requests/contract'
import { samenessOf } from '../../../../core/help/requests/filing'
import { urgencyOf } from '../../../../core/help/requests/kinds'
import * as rules from '../../../../core/help/requests/rules'
import type { Input, Output } from '../../../../core/shared/operation'
import { claimFiles } from '../../../kernel/files'
import { pointOf } from '../../../kernel/geo'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Member } from '../../people/public'
import { type HelpRequest, Requests } from '../documents'
import type { Context, Handlers } from '../use-case'
import { deliver } from './deliver'
import { ladderFor } from './ladder'
import { addMore, promiseNow } from './say-more'
import { stepRequest, storedCase } from './step'

type Raising = Handlers<Pick<typeof contract, 'request.raise' | 'request.raiseFor'>>
type RaiseInput = Omit<Input<(typeof contract)['request.raise']>, 'forMemberId'>
/** The caller of an operation, or a use-case that raises a request without one. */
export type Asker = Ports &
  Pick<Context<'request.raiseFor'>, 'openid' | 'actor' | 'commandId' | 'checkText' | 'limitCommands' | 'audit' | 'fail'> & {
    /** Takes the files for the request, where nothing else has taken them. */
    claim: (fileIds: readonly (string | undefined)[]) => Promise<void>
  }

/** Calls of one account in an hour: more than a person needs, fewer than a runaway client makes. */
const MOST = 60
const HOUR = 60 * 60_000
const answerOf = (request: HelpRequest, now: number): Output<(typeof contract)['request.raise']> => ({
  requestId: request._id,
  ...promiseNow(request, now),
  ...(request.ringAt === null ? {} : { ringsAt: request.ringAt }),
})

/**
 * Raises a request for an elder. The same `commandId` makes one; an open request of the same kind that is minutes old gets the words added
 * instead. CONFLICT where another caller used that `commandId`.
 */
export const ask = async (input: RaiseInput, elder: Member, context: Asker): Promise<Output<(typeof contract)['request.raise']>> => {
  const { store, now, openid, actor, commandId, checkText, claim, limitCommands, fail } = context
  const table = store.table(Requests)
  const text = input.text ?? ''
  const urgency = urgencyOf(input.kind, text, input.emergency)
  const about = {
    _id: commandId,
    kind: input.kind,
    urgency,
    ...(input.emergency === undefined ? {} : { emergency: input.emergency }),
    ...(input.wanted === undefined ? {} : { wanted: input.wanted }),
    memberId: elder._id,
    name: elder.name,
    branchId: elder.branchId,
    path: elder.path,
    text,
    photoFileIds: input.photoFileIds ?? [],
    raisedBy: actor,
    ...(input.voiceFileId === undefined ? {} : { voiceFileId: input.voiceFileId }),
    ...(elder.residence === undefined ? {} : { address: elder.residence }),
    ...placeOf(input, elder),
  }
  const sameness = samenessOf(about)
  const findSame = async () => (await table.find({ sameness }, { limit: 1 }))[0]
  const [mine, there, ladder] = await Promise.all([
    table.get(commandId),
    findSame(),
    ladderFor(context, { ...about, asked: [] }, 'liaison', { elder }),
    checkText(text),
    limitCommands(openid, MOST, HOUR),
    claim([input.voiceFileId, ...about.photoFileIds]),
  ])
  const answer = async (request: HelpRequest) => {
    await deliver(context, request)
    return answerOf(request, now)
  }
  const again = async (request: HelpRequest) => {
    const more = await stepRequest(context, request, before => addMore(before, input, context))
    return answer('refused' in more ? request : more.request)
  }
  const isOurs = (request: HelpRequest) => request.memberId === elder._id && request.raisedBy.openid === openid
  if (mine) return isOurs(mine) ? answer(mine) : fail('CONFLICT')
  let same = there
  return settle(async () => {
    if (same && rules.isSame(same, now)) return again(same)
    // The older request stays open, but the next tap no longer means it.
    if (same) await table.update({ _id: same._id, sameness }, { set: { sameness: same._id }, inc: { version: 1 } })
    const request = storedCase(rules.raise(about, ladder, now))
    if ((await table.add(request)) === 'added') {
      // The request keeps who asked for the elder; the audit keeps that they looked into the elder's affairs.
      if (actor.memberId !== elder._id) context.audit(elder._id, 'request.raised')
      return answer(request)
    }
    const [ours, theirs] = await Promise.all([table.get(commandId), findSame()])
    if (ours) return isOurs(ours) ? answer(ours) : fail('CONFLICT')
    same = theirs
    return undefined
  })
}

/** Where to go: the point from the phone, else the elder's home. */
const placeOf = ({ point }: RaiseInput, { home }: Member) => {
  if (point) return { point }
  return home ? { point: pointOf(home) } : {}
}

/** The caller, who takes the files they sent for the request. */
const claiming = (context: Omit<Asker, 'claim'>): Asker => ({
  ...context,
  claim: fileIds => claimFiles(context, fileIds, { purpose: 'request', about: context.commandId }),
})

export const raise: Raising = {
  'request.raise': (input, context) => ask(input, context.person, claiming(context)),
  'request.raiseFor': (input, context) =>
    context.subject.state === 'active' ? ask(input, context.subject, claiming(context)) : context.fail('NOT_FOUND'),
}
