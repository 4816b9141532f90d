import type { ComponentType } from 'react'
import type { Place } from '../places/places'

/** A room that is offered for an activity. */
interface Room extends Place {
  venueId: string
}

/** What offers rooms in the form of an activity; rooms are none of this context's, so that the page brings it along. */
export type Rooms = ComponentType<{
  chosen: string | undefined
  span: { startsAt: number; endsAt: number } | null
  people?: number | undefined
  onChoose: (room: Room | undefined) => void
}>
