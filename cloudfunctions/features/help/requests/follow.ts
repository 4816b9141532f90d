import { groundless, inPlay } from '../../../../core/help/requests/ground'
import { deskKey } from '../../../../core/help/requests/filing'
import { moved, release, without } from '../../../../core/help/requests/helper-steps'
import type { By, Case, Helper } from '../../../../core/help/requests/case'
import type { Ports } from '../../../kernel/ports'
import { Members } from '../../people/public'
import { type HelpRequest, Requests } from '../documents'
import { deliver } from './deliver'
import { ladderFor } from './ladder'
import { groundsFor, placed } from './standing'
import { stepRequest } from './step'
import { markRequests } from './topic'

/** More requests than one helper has or is asked about, or are open in a branch, at a time. */
const MOST = 500
/** Why a helper loses a request, for the desk. */
const groundGone = '不再负责联系这位老同志'

/** Takes a request from a helper, or strikes them from those asked; the ladder goes on without them. */
export const releaseFrom = async (
  ports: Ports,
  request: HelpRequest,
  helper: Helper,
  reason: string,
  by: By = { openid: '', memberId: helper.memberId, name: helper.name },
): Promise<HelpRequest> => {
  const outcome = await stepRequest(ports, request, async (seen: Case) => {
    // The version is part of the command id: a request given to the person again later is released again.
    const doing = { by, now: ports.now, commandId: `released:${helper.memberId}:${String(seen.version)}` }
    return release(seen, helper, reason, await ladderFor(ports, without(seen, helper.memberId), seen.rung), doing)
  })
  if ('refused' in outcome) return request
  await deliver(ports, outcome.request)
  return outcome.request
}

/** Puts an open request where its elder is now, and takes it from those whose ground is gone. Repeating it changes nothing. */
const settleRequest = async (ports: Ports, seen: HelpRequest): Promise<void> => {
  const elder = await ports.store.table(Members).get(seen.memberId)
  if (!elder) return
  const outcome = await stepRequest(ports, seen, request => ({ next: moved(request, elder) }))
  let { request } = outcome
  if (outcome.changed) await Promise.all([markRequests(ports, seen), markRequests(ports, request)])
  const { holders, asked } = inPlay(request)
  const groundOf = await groundsFor(
    ports.store,
    request,
    [...holders, ...asked].map(one => one.memberId),
  )
  for (const helper of groundless(request, groundOf)) request = await releaseFrom(ports, request, helper, groundGone)
}

/** People lost an office, a pairing, a team or a vouching: what they have or are asked for on that ground is released at once. */
export const releaseGroundless = async (ports: Ports, { memberIds }: { memberIds: readonly string[] }): Promise<void> => {
  for (const memberId of memberIds)
    for (const request of await ports.store.table(Requests).find({ concerned: memberId, open: true }, { limit: MOST }))
      await settleRequest(ports, request)
}

/** Elders of a branch changed group or branch: their open requests follow them, to those who are in charge there. */
export const followElders = async (ports: Ports, { branchId }: { branchId: string }): Promise<void> => {
  const desks = { in: (['unowned', 'running'] as const).map(lane => deskKey(branchId, lane)) }
  const open = await ports.store.table(Requests).find({ desks }, { limit: MOST })
  if (open.length === 0) return
  const here = await placed(ports.store, open)
  const left = open.filter((one, index) => here[index]?.path !== one.path)
  for (const request of left) await settleRequest(ports, request)
}
