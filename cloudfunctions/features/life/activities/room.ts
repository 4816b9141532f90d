import { saySpan } from '../../../../core/shared/spans'
import { announce } from '../../../kernel/announcements'
import { commandIdOf } from '../../../kernel/command'
import type { Ports } from '../../../kernel/ports'
import { RoomWanted, type RoomAsked } from '../announcements'
import type { Activity } from '../documents'
import type { Context } from '../use-case'

type Caller = Ports & Pick<Context<'activity.publish'>, 'fail'>

/** Has the room held for an activity before it is written; refuses where another has it at that time, or where it cannot be had. */
export const holdRoom = async (context: Caller, asked: RoomAsked): Promise<void> => {
  for (const answer of await announce(context, RoomWanted, asked)) {
    if (answer.state === 'taken') context.fail('ROOM_TAKEN', { by: answer.by, startsAt: answer.startsAt, endsAt: answer.endsAt })
    if (answer.state === 'not') context.fail('INVALID_INPUT', { paths: ['venueId'], message: answer.why })
  }
}

/** A room as it was found by the name of a place: held, or why it could not be had; nothing where no room bears that name. */
type Named = { venueId?: string; why?: string }

/**
 * Has the room held whose name the place of an activity bears, before the activity is written. Refuses nothing: what plans and templates put up goes out without its
 * room too, and those who made them hear why.
 */
export const roomByName = async (ports: Ports, activity: Activity): Promise<Named> => {
  const { _id: activityId, branchId, path, title, startsAt, endsAt, place, createdBy: by } = activity
  const commandId = commandIdOf('room', by.openid, activityId)
  const asked = { placeName: place.name, activityId, branchId, path, title, startsAt, endsAt, commandId, by }
  for (const answer of await announce(ports, RoomWanted, asked)) {
    if (answer.state === 'held') return answer.venueId === undefined ? {} : { venueId: answer.venueId }
    return { why: answer.state === 'not' ? answer.why : `${answer.by}订了${saySpan(answer)}` }
  }
  return {}
}

interface Asked {
  venueId?: string | null | undefined
  place?: { name: string } | undefined
}

/** The room an activity has after a change: the one that is named; none where it is held at another place and none is named. */
export const roomAfter = (before: Pick<Activity, 'venueId' | 'place'>, { venueId, place }: Asked): string | undefined => {
  if (venueId !== undefined) return venueId ?? undefined
  return place === undefined || place.name === before.place.name ? before.venueId : undefined
}
