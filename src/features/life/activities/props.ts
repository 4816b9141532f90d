import type { Activity } from './myState'

/** What every act on an activity is given. */
export interface ActionProps {
  activity: Activity
  forMemberId: { forMemberId?: string }
  /** Fetches the activity again after an act. */
  onDone: () => Promise<void>
}
