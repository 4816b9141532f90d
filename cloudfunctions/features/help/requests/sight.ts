import type { Viewer } from '../../../../core/help/requests/states'
import { seesWhole, viewerOf } from '../../../../core/help/requests/viewers'
import { roles } from '../../../../core/shared/operation'
import type { HelpRequest } from '../documents'
import type { Context } from '../use-case'
import { type Caller, placed, standingFor, standingsFor } from './standing'
import type { Standing } from '../../../../core/shared/reach'

/** As which viewer a person sees a request, and whether they see the whole of it. */
export interface Sight {
  viewer: Viewer
  whole: boolean
}

const sightOf = (request: HelpRequest, memberId: string, standing: Standing): Sight | null => {
  const viewer = viewerOf(request, memberId, standing)
  return viewer && { viewer, whole: seesWhole(viewer, standing) }
}

/** How the caller sees the request that the operation is about, by what they are now; FORBIDDEN where they may not. */
export const sightFor = async (context: Caller & Pick<Context<'request.get'>, 'subject' | 'fail'>): Promise<Sight> =>
  sightOf(context.subject, context.person._id, await standingFor(context, context.subject)) ?? context.fail('FORBIDDEN')

/** The same for a list; null where they may not. */
export const sightsFor = async (caller: Caller, requests: readonly HelpRequest[]): Promise<(one: HelpRequest) => Sight | null> => {
  const standingOf = await standingsFor(caller, requests)
  return one => sightOf(one, caller.person._id, standingOf(one))
}

/** Fails with REQUEST_NOT_YOURS unless the caller is the elder, acts for them, or asked for them and still looks after them. */
export const mustBeElder = async (context: Parameters<typeof sightFor>[0] & Pick<Context<'request.confirm'>, 'fail'>): Promise<void> => {
  if ((await sightFor(context)).viewer !== 'elder') context.fail('REQUEST_NOT_YOURS')
}

/** How officers see what stands on their lists: of an elder who is elsewhere by now only that it was. One wave. */
export const deskSights = async (
  { store, holds }: Pick<Context<'request.desk'>, 'store' | 'holds'>,
  requests: readonly HelpRequest[],
): Promise<(one: HelpRequest) => Sight> => {
  const here = new Set((await placed(store, requests)).filter(one => holds(roles, one.path)).map(one => one._id))
  return ({ _id }) => ({ viewer: 'desk', whole: here.has(_id) })
}
