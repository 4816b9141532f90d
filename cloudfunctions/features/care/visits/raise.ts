import { Members } from '../../people/public'
import { Visits } from './documents'
import { scopesOf } from '../../../../core/shared/scopes'
import { addDays, dateOf, shanghai } from '../../../../core/shared/calendar'
import { tellingTime } from '../../../../core/care/visits/changes'
import type { visits as contract } from '../../../../core/care/visits/contract'
import type { RaisedRule } from '../../../../core/care/visits/kinds'
import { closesAt, opensAt, seasonOf, visitId } from '../../../../core/care/visits/owed'
import type { Member } from '../../people/public'
import type { Visit } from './documents'
import type { Ports } from '../../../kernel/ports'
import type { Handlers } from '../use-case'
import { markRollup } from '../../../kernel/rollups'
import { replan } from './replan'
import { eldersWithVisitors } from './people'
import { tellVisitors } from './telling'

/** How many days there are to go: 生病住院必访 within three days, 家有困难必访 within a week (S3). */
const within: Readonly<Record<RaisedRule, number>> = { illness: 3, hardship: 7 }
/** More than stand open, and are just over, for one elder. */
const MOST_ROWS = 50
const DAY = 24 * 60 * 60_000
/** Who wrote a visit down within this time and tells of it has just been there. */
const JUST_SEEN = DAY
const LATEST = 60 * DAY

/** What is known of an elder before a visit is raised: what they are owed, and who would go. */
export const standingOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, elder: Member) => {
  const [rows, [known]] = await Promise.all([
    store.table(Visits).find({ memberId: elder._id, closes: { gte: now - LATEST } }, { order: [['closes', 'desc']], limit: MOST_ROWS }),
    eldersWithVisitors(store, [elder]),
  ])
  return { rows, first: known?.visitors[0] }
}

export type Told = Required<Pick<Visit, 'raised'>>['raised'] & { rule: RaisedRule }

/** Is it the visit that was raised of this telling? */
export const isOf = ({ rule, raised }: Pick<Visit, 'rule' | 'raised'>, told: Told): boolean =>
  rule === told.rule && raised?.at === told.at && raised.by.openid === told.by.openid

/** Has whoever tells of it been there for that very reason, and comes from there? */
export const justSeen = (rows: readonly Visit[], { rule, by, at }: Told): boolean =>
  rows.some(row => row.rule === rule && row.record?.actor.openid === by.openid && Math.abs(at - row.record.recordedAt) < JUST_SEEN)

/**
 * An elder is ill or in need: they are owed a visit from today on. Several tell of it at once, or one telling comes again: of what is open for the elder
 * only one is of that rule, and that one is answered. Null where it can neither be made nor found.
 */
export const raiseVisit = async (
  ports: Ports,
  elder: Member,
  told: Told,
  known?: Awaited<ReturnType<typeof standingOf>>,
): Promise<Visit | null> => {
  const { store, now } = ports
  const { rule, ...raised } = told
  const { rows, first } = known ?? (await standingOf(ports, elder))
  const open = rows.find(row => row.rule === rule && row.state === 'due' && row.closes >= now)
  const standing = rows.find(row => isOf(row, told)) ?? open
  if (standing) return standing
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
  await Promise.all([markRollup(ports, 'visits', elder.branchId, [String(year)]), tellVisitors(ports, [visit])])
  return visit
}

export const raising: Handlers<Pick<typeof contract, 'visit.raise' | 'visit.assign'>> = {
  async 'visit.raise'({ rule, why, requestId }, context) {
    const { subject: elder, actor: by, now, checkText, audit, fail } = context
    if (elder.state !== 'active') return fail('NOT_FOUND')
    const [known] = await Promise.all([standingOf(context, elder), checkText(why)])
    const told = { rule, why, by, at: now, ...(requestId === undefined ? {} : { requestId }) }
    const visit = (await raiseVisit(context, elder, told, known)) ?? fail('CONFLICT')
    if (isOf(visit, told)) audit(elder._id, 'visit.raised', rule)
    return { visitId: visit._id, assigneeName: visit.assigneeName, closes: visit.closes }
  },

  async 'visit.assign'({ helperId }, context) {
    const { store, subject: visit, now, audit, fail } = context
    if (visit.record) return fail('VISIT_DONE', { by: visit.record.actor.name, at: visit.record.at })
    if (visit.state !== 'due') return fail('CONFLICT')
    const visits = store.table(Visits)
    if (helperId === null) {
      await visits.update({ _id: visit._id, state: 'due' }, { unset: ['chosen'], inc: { version: 1 } })
      await replan(context, { branchId: visit.branchId })
      return { assigneeName: visit.assigneeName }
    }
    const helper = await store.table(Members).get(helperId)
    if (helper?.state !== 'active' || helper.branchId !== visit.branchId || helperId === visit.memberId) return fail('HELPER_UNFIT')
    const tellAt = visit.assigneeId === helperId ? null : tellingTime(visit, now)
    const on = visit.on ?? dateOf(Math.max(now, visit.opens))
    const written = await visits.update(
      { _id: visit._id, state: 'due', version: visit.version },
      {
        set: {
          ...{ assigneeId: helperId, assigneeName: helper.name, party: [helperId], chosen: true, on },
          ...(tellAt === null ? {} : { tellAt }),
        },
        unset: ['gap'],
        inc: { version: 1 },
      },
    )
    if (written === 0) return fail('CONFLICT')
    audit(visit.memberId, 'visit.assigned', visit._id)
    if (tellAt !== null) await tellVisitors(context, [{ ...visit, assigneeId: helperId, assigneeName: helper.name, tellAt }])
    // The others' days are looked at again.
    await Promise.all([replan(context, { branchId: visit.branchId }), markRollup(context, 'visits', visit.branchId, [String(visit.year)])])
    return { assigneeName: helper.name }
  },
}
