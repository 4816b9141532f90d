import { routes } from '../../core/shared/routes'
import { go } from '../platform/go'
import { LinkRow } from './Rows'

/** Leads to 120 and 119 from where a person is not known yet. */
export const EmergencyLine = () => (
  <LinkRow icon="alert" words="急病、摔倒、火灾" note="马上打 120、119，不用登记" onPress={() => go(routes.emergency())} />
)
