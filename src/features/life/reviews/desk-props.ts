import type { Review } from './words'

/** What each step of the desk is given. */
export interface StepProps {
  review: Review
  onChanged: () => Promise<void>
}
