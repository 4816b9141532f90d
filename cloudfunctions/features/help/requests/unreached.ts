import type { Helper } from '../../../../core/help/requests/case'
import { stillAsked } from '../../../../core/help/requests/ladder'
import { Messages } from '../../../kernel/documents'
import type { Store } from '../../../kernel/store'
import { messageId } from '../../../kernel/tell'
import type { HelpRequest } from '../documents'

/** The id of the latest message that asked this helper to come; null where that message was sent quietly. */
const askingOf = (request: HelpRequest, { memberId }: Helper): string | null => {
  const entry = request.timeline.findLast(
    one =>
      ['asked', 'rang', 'assigned', 'by-default', 'handed-over'].includes(one.what) && one.whom?.some(other => other.memberId === memberId),
  )
  return entry && !entry.quiet ? messageId({ kind: 'request-asked', about: `${request._id}:${String(entry.n)}` }, memberId) : null
}

/** The helpers a request waits for: those asked, or an owner who was given it. */
const awaited = (request: HelpRequest): Helper[] => {
  if (request.state === 'waiting') return stillAsked(request)
  const unasked = request.timeline.findLast(one => ['taken', 'assigned', 'by-default'].includes(one.what))?.what !== 'taken'
  return request.owner && request.state === 'accepted' && unasked ? [request.owner] : []
}

/** Of the awaited helpers, those to phone: no service message reached them (43101, or no account) and they have not read the inbox, by request. */
export const unreachedOf = async (store: Store, requests: readonly HelpRequest[]): Promise<Map<string, Helper[]>> => {
  const wanted = requests.flatMap(request =>
    awaited(request).flatMap(helper => {
      const id = askingOf(request, helper)
      return id === null ? [] : [{ request, helper, id }]
    }),
  )
  const messages = new Map((await store.table(Messages).getMany(wanted.map(one => one.id))).map(one => [one._id, one]))
  const unreached = new Map<string, Helper[]>()
  for (const { request, helper, id } of wanted) {
    const message = messages.get(id)
    // A message that is still to be sent has not failed.
    if (!message || message.read || message.push === 'sent' || message.push === 'due') continue
    const { memberId, name, role } = helper
    unreached.set(request._id, [...(unreached.get(request._id) ?? []), { memberId, name, role }])
  }
  return unreached
}
