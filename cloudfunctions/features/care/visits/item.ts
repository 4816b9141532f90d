import type { VisitItem, visits as contract } from '../../../../core/care/visits/contract'
import { stateOf } from '../../../../core/care/visits/rules'
import type { VisitSettings } from '../../../../core/care/visits/settings'
import type { Instant, Output } from '../../../../core/shared/operation'
import { calledName } from '../../../../core/shared/least'
import type { Member } from '../../people/public'
import type { Visit } from './documents'

/** Rows of a page of every list of visits. */
export const PAGE = 50

/** One line of a list. */
export const itemOf = (visit: Visit, now: Instant): VisitItem => ({
  visitId: visit._id,
  memberId: visit.memberId,
  name: visit.name,
  rule: visit.rule,
  opens: visit.opens,
  closes: visit.closes,
  assigneeId: visit.assigneeId,
  assigneeName: visit.assigneeName,
  on: visit.on,
  ...(visit.gap === undefined ? {} : { gap: visit.gap }),
  state: stateOf(visit, now),
})

type Mine = Output<(typeof contract)['visit.mine']>['items'][number]

/** One line of the visitor's own list, with the elder's address for those who see the `whole`. */
export const mineOf = (visit: Visit, elder: Member | undefined, whole: boolean, { rules }: VisitSettings, now: Instant): Mine => ({
  ...itemOf(visit, now),
  ...(whole ? {} : { name: calledName(visit.name) }),
  ...(whole && elder?.residence !== undefined ? { address: elder.residence } : {}),
  ...(whole && elder?.portrait !== undefined ? { portrait: elder.portrait } : {}),
  ...(whole && visit.raised?.why ? { why: visit.raised.why } : {}),
  callCounts: rules[visit.rule].callCounts,
})
