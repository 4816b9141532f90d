import { announce } from '../../../kernel/announcements'
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

interface Asked {
  venueId?: string | null | undefined
  place?: { name: string } | undefined
}

/** The room an activity has after a change: the one that is named; none where it is held at another place and none is named. */
export const roomAfter = (before: Pick<Activity, 'venueId' | 'place'>, { venueId, place }: Asked): string | undefined => {
  if (venueId !== undefined) return venueId ?? undefined
  return place === undefined || place.name === before.place.name ? before.venueId : undefined
}
