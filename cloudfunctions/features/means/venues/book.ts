import type { venues as contract } from '../../../../core/means/venues/contract'
import { inTheWay, series, sharingFault, spanFault } from '../../../../core/means/venues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { Hours } from '../../../../core/shared/hours'
import type { Instant, Output } from '../../../../core/shared/operation'
import { slicesOf } from '../../../kernel/in-groups'
import { Activities } from '../../life/public'
import { Organizations } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { takeTime, type Verdict } from './day'
import { type Booking, bookingIdOf, dayId, type Venue, VenueDays } from './documents'
import { bookingFor } from './rooms'

type Booker = Pick<Context<'venue.book'>, 'store' | 'now' | 'fail'>
type Bookings = Output<(typeof contract)['venue.book']>['bookings']
/** Dates of a series that are written at once. */
const AT_A_TIME = 13

interface For {
  orgId: string
  path: string
  as: 'own' | 'shared'
}

/** The spans of what is asked for. The first has to be right; the later ones are as it is, a week on. */
const spansOf = (
  venue: Venue,
  asked: Hours & { repeat?: { weekly: number } | undefined },
  { as }: Pick<For, 'as'>,
  { now, fail }: Booker,
): Hours[] => {
  if (venue.state !== 'open') return fail('INVALID_INPUT', { paths: ['venueId'], message: '这个场地不用了' })
  const fault = spanFault(venue, asked, now) ?? (as === 'shared' ? sharingFault(venue, asked, now) : undefined)
  if (fault !== undefined) return fail('INVALID_INPUT', { paths: ['startsAt'], message: fault })
  return series(asked, asked.repeat?.weekly ?? 1)
}

/** Of a series the dates that are too far ahead, by the owner's rule or by any. */
const tooFar = (venue: Venue, span: Hours, { as }: Pick<For, 'as'>, now: Instant): string | undefined =>
  spanFault(venue, span, now) ?? (as === 'shared' ? sharingFault(venue, span, now) : undefined)

/** The verdicts as they are told, with the names of those who stand in the way. Names are read only where some do. */
const told = async ({ store }: Pick<Booker, 'store'>, verdicts: readonly { span: Hours; verdict: Verdict }[]): Promise<Bookings> => {
  const ids = [...new Set(verdicts.flatMap(({ verdict }) => (verdict.state === 'taken' ? [verdict.by.orgId] : [])))]
  const orgs = ids.length > 0 ? await store.table(Organizations).getMany(ids) : []
  return verdicts.map(({ span, verdict }) => {
    const date = dateOf(span.startsAt)
    if (verdict.state === 'booked') return { date, state: 'booked', bookingId: verdict.bookingId }
    if (verdict.state === 'off') return { date, state: 'taken', why: verdict.why }
    const { orgId, startsAt, endsAt } = verdict.by
    return { date, state: 'taken', by: orgs.find(one => one._id === orgId)?.name ?? '', startsAt, endsAt }
  })
}

type Making = Omit<Booking, 'bookingId' | 'startsAt' | 'endsAt' | 'state'>

/** Books each of the spans for an organization; of those that another has it is said who. One write each, at most. */
const bookAll = async (
  context: Booker & { commandId: string },
  venue: Venue,
  spans: readonly Hours[],
  made: Making,
  as: For['as'],
): Promise<Bookings> => {
  const { now, commandId } = context
  const verdicts: { span: Hours; verdict: Verdict }[] = []
  for (const some of slicesOf(spans, AT_A_TIME)) {
    const judged = some.map(async (span): Promise<{ span: Hours; verdict: Verdict }> => {
      const far = tooFar(venue, span, { as }, now)
      if (far !== undefined) return { span, verdict: { state: 'off', why: far } }
      const bookingId = bookingIdOf(venue._id, dateOf(span.startsAt), commandId)
      const booking: Booking = { ...made, bookingId, startsAt: span.startsAt, endsAt: span.endsAt, state: 'booked' }
      const news = as === 'shared' ? [{ what: 'booked' as const, bookingId, to: 'owner' as const, by: made.by.name, at: now }] : []
      return { span, verdict: await takeTime(context, venue, booking, news) }
    })
    verdicts.push(...(await Promise.all(judged)))
  }
  return told(context, verdicts)
}

/** The activity that a booking is for: of one of the caller's organizations, on the same day. */
const activityOf = async (
  { store, fail }: Booker,
  activityId: string | undefined,
  { path }: For,
  span: Hours,
): Promise<Partial<Making>> => {
  if (activityId === undefined) return {}
  const activity = await store.table(Activities).get(activityId)
  if (!activity?.path.startsWith(path)) return fail('INVALID_INPUT', { paths: ['activityId'], message: '没有这个活动' })
  if (activity.state === 'cancelled') return fail('INVALID_INPUT', { paths: ['activityId'], message: '这个活动已经取消了' })
  if (dateOf(activity.startsAt) !== dateOf(span.startsAt))
    return fail('INVALID_INPUT', { paths: ['startsAt'], message: '订的日子和活动不是同一天' })
  return { activityId, for: { startsAt: activity.startsAt, endsAt: activity.endsAt } }
}

const forWhich = (venue: Venue, { person, fail }: Pick<Context<'venue.book'>, 'person' | 'fail'>, forOrgId: string | undefined): For => {
  const all = bookingFor(venue, person)
  const found = forOrgId === undefined ? (all.find(one => one.as === 'own') ?? all[0]) : all.find(one => one.orgId === forOrgId)
  return found ?? fail('FORBIDDEN')
}

export const book: Handlers<Pick<typeof contract, 'venue.book' | 'venue.hold' | 'venue.outlook'>> = {
  async 'venue.book'(asked, context) {
    const { subject: venue, actor, now, fail, checkText } = context
    const { purpose, activityId, programme, equipment, people, forOrgId } = asked
    const whose = forWhich(venue, context, forOrgId)
    const spans = spansOf(venue, asked, whose, context)
    if (activityId !== undefined && spans.length > 1) return fail('INVALID_INPUT', { paths: ['repeat'], message: '一个活动只订一次' })
    if (programme !== undefined && !venue.programmes.some(one => one.title === programme))
      return fail('INVALID_INPUT', { paths: ['programme'], message: '这个场地没有这个活动套餐' })
    const [what] = await Promise.all([activityOf(context, activityId, whose, asked), checkText(purpose)])
    const made: Making = {
      ...{ orgId: whose.orgId, path: whose.path, by: actor, at: now, purpose, ...what },
      ...(programme === undefined ? {} : { programme }),
      ...(equipment === undefined || equipment.length === 0 ? {} : { equipment: [...equipment] }),
      ...(people === undefined ? {} : { people }),
    }
    return { bookings: await bookAll(context, venue, spans, made, whose.as) }
  },

  async 'venue.hold'(asked, context) {
    const { subject: venue, actor, now, checkText } = context
    const spans = spansOf(venue, asked, { as: 'own' }, context)
    await checkText(asked.purpose)
    const made: Making = { orgId: venue.orgId, path: venue.path, by: actor, at: now, purpose: asked.purpose }
    return { bookings: await bookAll(context, venue, spans, made, 'own') }
  },

  async 'venue.outlook'(asked, context) {
    const { subject: venue, store, now } = context
    const whose = forWhich(venue, context, asked.forOrgId)
    const spans = spansOf(venue, asked, whose, context)
    const days = await store.table(VenueDays).getMany(spans.map(one => dayId(venue._id, dateOf(one.startsAt))))
    const verdicts = spans.map((span): { span: Hours; verdict: Verdict } => {
      const date = dateOf(span.startsAt)
      const far = tooFar(venue, span, whose, now)
      if (far !== undefined) return { span, verdict: { state: 'off', why: far } }
      const day = days.find(one => one.date === date)
      if (day?.off) return { span, verdict: { state: 'off', why: day.off.reason } }
      const by = inTheWay(day?.bookings ?? [], { ...span, bookingId: '' })
      return { span, verdict: by ? { state: 'taken', by } : { state: 'booked', bookingId: '' } }
    })
    const dates = (await told(context, verdicts)).map(one => ({
      ...omit(one, 'bookingId'),
      state: one.state === 'booked' ? ('free' as const) : ('taken' as const),
    }))
    return { dates }
  },
}
