import type { Query } from '../../../platform/query'
import type { Full } from './words'

/** What every act of a request's page is given. */
export interface ActProps {
  request: Full
  /** The elder one acts for as family. */
  forMemberId: { forMemberId?: string }
  /** Fetches the request again after an act. */
  onDone: Query<Full>['reload']
}

/** The same for what is filled in on a screen of its own. */
export interface FormProps extends ActProps {
  onBack: () => void
}
