import { tellingTime } from '../../../../core/care/visits/changes'
import type { visits as contract } from '../../../../core/care/visits/contract'
import type { RaisedRule } from '../../../../core/care/visits/kinds'
import { closesAt, opensAt, seasonOf, visitId } from '../../../../core/care/visits/owed'
import { addDays, dateOf, shanghai } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import type { Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { type Visit, Visits } from './documents'
import { tellVisitors } from './telling'
import { markVisits } from './topic'
import { eldersWithVisitors } from './visitors'

/** Days in which to go: 生病住院必访 within three, 家有困难必访 within seven (S3). */
const within: Readonly<Record<RaisedRule, number>> = { illness: 3, hardship: 7 }
/** More visits than are open or just over for one elder. */
const MOST_ROWS = 50
const DAY = 24 * 60 * 60_000
/** A visitor who recorded a visit within this time has just been there. */
const JUST_SEEN = DAY
const LATEST = 60 * DAY

/** What is known before a visit is raised: the elder's recent visits, and the first visitor in line. */
export const situationOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, elder: Member) => {
  const [rows, [known]] = await Promise.all([
    store.table(Visits).find({ memberId: elder._id, closes: { gte: now - LATEST } }, { order: [['closes', 'desc']], limit: MOST_ROWS }),
    eldersWithVisitors(store, [elder]),
  ])
  return { rows, first: known?.visitors[0] }
}

/** Why a visit is raised: the rule, the words, the actor and the instant. */
export type VisitReason = Required<Pick<Visit, 'raised'>>['raised'] & { rule: RaisedRule }

/** Was this visit raised for that reason? */
export const isRaisedFor = ({ rule, raised }: Pick<Visit, 'rule' | 'raised'>, reason: VisitReason): boolean =>
  rule === reason.rule && raised?.at === reason.at && raised.by.openid === reason.by.openid

/** Does the person who tells of it come from a visit for that very reason? */
export const justSeen = (rows: readonly Visit[], { rule, by, at }: VisitReason): boolean =>
  rows.some(row => row.rule === rule && row.record?.actor.openid === by.openid && Math.abs(at - row.record.recordedAt) < JUST_SEEN)

/**
 * An elder is ill or in need and is owed a visit from today on. Of the open visits only one may be of that rule: where several people tell
 * of it, or one tells it again, that visit is answered. Null where it can be neither made nor found.
 */
export const raiseVisit = async (
  ports: Ports,
  elder: Member,
  reason: VisitReason,
  known?: Awaited<ReturnType<typeof situationOf>>,
): Promise<Visit | null> => {
  const { store, now } = ports
  const { rule, ...raised } = reason
  const { rows, first } = known ?? (await situationOf(ports, elder))
  const open = rows.find(row => row.rule === rule && row.state === 'due' && row.closes >= now)
  const existing = rows.find(row => isRaisedFor(row, reason)) ?? open
  if (existing) return existing
  const today = dateOf(now)
  const span = { from: today, to: addDays(today, within[rule]) }
  const year = shanghai(now).year()
  const _id = visitId(elder._id, rule, today)
  const window = { opens: opensAt(span), closes: closesAt(span) }
  const tellAt = first ? tellingTime(window, now) : null
  const visit: Visit = {
    ...{ _id, memberId: elder._id, name: elder.name, path: elder.path, branchId: elder.branchId, scopes: scopesOf(elder.path) },
    ...{ rule, period: today, season: seasonOf(rule, year), year, ...window, state: 'due' },
    ...(first
      ? { assigneeId: first.memberId, assigneeName: first.name, on: today, party: [first.memberId] }
      : { assigneeId: null, assigneeName: '', on: null, party: [], gap: 'nobody' }),
    raised,
    ...(tellAt === null ? {} : { tellAt }),
    version: 1,
  }
  if ((await store.table(Visits).add(visit)) === 'exists') return store.table(Visits).get(_id)
  await Promise.all([markVisits(ports, elder.branchId, year), tellVisitors(ports, [visit])])
  return visit
}

export const raise: Handlers<Pick<typeof contract, 'visit.raise'>> = {
  async 'visit.raise'({ rule, why, requestId }, context) {
    const { subject: elder, actor: by, now, checkText, audit, fail } = context
    if (elder.state !== 'active') return fail('NOT_FOUND')
    const [known] = await Promise.all([situationOf(context, elder), checkText(why)])
    const reason = { rule, why, by, at: now, ...(requestId === undefined ? {} : { requestId }) }
    const visit = (await raiseVisit(context, elder, reason, known)) ?? fail('CONFLICT')
    if (isRaisedFor(visit, reason)) audit(elder._id, 'visit.raised', rule)
    return { visitId: visit._id, assigneeName: visit.assigneeName, closes: visit.closes }
  },
}
