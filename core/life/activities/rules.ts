import type * as z from 'zod'
import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { wakingFrom } from '../../shared/quiet-hours'
import { saySpan } from '../../shared/spans'
import type { Place } from '../../shared/schemas'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Longer than this it is not one activity. */
const LONGEST = 31 * DAY
/** An activity may be put down the day after, for its record; not later. */
const WRITTEN_DOWN_WITHIN = DAY
/** A member is reminded of one notice no more often than this. */
const REMINDED_EVERY = 6 * HOUR
/** No phone rings for a notice that wrote itself before this hour of Shanghai. */
const NOTICES_FROM_HOUR = 8

/** A change or a cancellation can be taken back for so long, before anybody is told of it. */
const TOLD_AFTER = 60_000
/** In the morning people need so long to hear of it and to come. */
const READY_IN = 2 * HOUR

/** When people are told of a change or a cancellation made now; until then it can be taken back. */
export const toldFrom = (now: Instant): Instant => now + TOLD_AFTER

/** From when phones may ring for news of an activity: not at night, unless it begins so early that the morning would be too late. */
export const ringsFrom = ({ startsAt }: { startsAt: Instant }, now: Instant): Instant => {
  const morning = wakingFrom(now)
  return morning + READY_IN > startsAt ? now : morning
}

/** An activity that ended at or after `from` began at or after this: none lasts longer than 31 days. */
export const beganSince = (from: Instant): Instant => from - LONGEST

/**
 * Are these the times of an activity? It ends after it starts and within 31 days, and did not start more than a day ago.
 * A start that is kept (`before`) is not judged again, so that a running activity can still be prolonged.
 */
export const judgeTimes = (
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  now: Instant,
  before?: { startsAt: Instant },
): 'right' | 'ACTIVITY_TIMES_WRONG' => {
  const lasts = endsAt - startsAt
  if (lasts <= 0 || lasts > LONGEST) return 'ACTIVITY_TIMES_WRONG'
  if (startsAt < now - WRITTEN_DOWN_WITHIN && startsAt !== before?.startsAt) return 'ACTIVITY_TIMES_WRONG'
  return 'right'
}

/** What the people of an activity are told about when it changes. */
export interface Terms {
  title: string
  startsAt: Instant
  endsAt: Instant
  place: z.infer<typeof Place>
  capacity: number | null
  body: string
  parts: string[]
}

const sayCapacity = (capacity: number | null) => (capacity === null ? '不限' : `${capacity}人`)
const samePoint = (one: Terms['place'], other: Terms['place']) =>
  one.point?.lng === other.point?.lng && one.point?.lat === other.point?.lat && one.radius === other.radius
const sameParts = (one: Terms, other: Terms) =>
  one.parts.length === other.parts.length && one.parts.every((part, index) => part === other.parts[index])

/** What is different, each in a few words that name the old and the new; empty when nothing is. */
export const differences = (before: Terms, after: Terms): string[] => {
  const said: string[] = []
  if (before.title !== after.title) said.push(`名称由“${before.title}”改为“${after.title}”`)
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt) said.push(`时间由${saySpan(before)}改为${saySpan(after)}`)
  if (before.place.name !== after.place.name) said.push(`地点由“${before.place.name}”改为“${after.place.name}”`)
  else if (!samePoint(before.place, after.place)) said.push('签到的位置有调整')
  if (before.capacity !== after.capacity) said.push(`名额由${sayCapacity(before.capacity)}改为${sayCapacity(after.capacity)}`)
  if (before.body !== after.body || !sameParts(before, after)) said.push('活动内容有更新')
  return said
}

/** One reminder that went out. */
export interface Reminder {
  round: number
  at: Instant
  commandId: string
  memberIds: readonly string[]
}

/** The reminders that still keep people from being reminded again. */
export const stillFresh = <R extends Reminder>(reminders: readonly R[], now: Instant): R[] =>
  reminders.filter(one => one.at > now - REMINDED_EVERY)

/** Who of these may be reminded now: the same person at most once in six hours. */
export const mayBeReminded = (memberIds: readonly string[], reminders: readonly Reminder[], now: Instant): string[] => {
  const lately = new Set(stillFresh(reminders, now).flatMap(one => one.memberIds))
  return memberIds.filter(memberId => !lately.has(memberId))
}

/** Is it late enough in the morning for notices that write themselves? */
export const noticesMayGoOut = (now: Instant): boolean => shanghai(now).hour() >= NOTICES_FROM_HOUR

/** How many acts that notify people one account may do in an hour: far more than any secretary needs, far fewer than a runaway does. */
export const NOTIFYING_ACTS = { max: 200, windowMs: 60 * 60_000 } as const
