import type { activities as contract } from '../../../../core/life/activities/contract'
import type { Input } from '../../../../core/shared/operation'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Circle } from '../circles/documents'
import { partyOf } from '../circles/meetings'
import type { Activity } from '../documents'
import { newSecret } from './new-secret'

/** What an activity is to be. */
export type Wanted = Omit<Input<(typeof contract)['activity.publish']>, 'branchId'>

interface Made {
  _id: string
  /** The branch that holds it. */
  branchId: string
  path: string
  createdBy: Actor
}

/** An activity as it is when it goes out: no one has said anything yet. One of a circle is for its members. */
export const newActivity = (wanted: Wanted, made: Made, { now, newId }: Pick<Ports, 'now' | 'newId'>, circle?: Circle | null): Activity => {
  const { kind, title, startsAt, endsAt, place, audience, strand } = wanted
  return {
    ...{ ...made, kind, title, startsAt, endsAt, place, audience },
    ...{ capacity: wanted.capacity ?? null, body: wanted.body ?? '', parts: wanted.parts ?? [], state: 'published', signups: [] },
    ...{ secret: newSecret(newId), createdAt: now, version: 1 },
    ...(strand === undefined ? {} : { strand }),
    ...(wanted.venueId === undefined ? {} : { venueId: wanted.venueId }),
    ...(circle ? { circleId: circle._id, party: partyOf(circle) } : {}),
  }
}
