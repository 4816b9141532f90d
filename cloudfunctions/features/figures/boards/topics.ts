import type { Topic } from '../../../kernel/rollups'
import { benefitsTopic, specialCareTopic, pairingsTopic, visitsTopic } from '../../care/public'
import { membersTopic } from './members'
import { requestsTopic } from '../../help/public'

/** Everything the boards count; a capability adds its own by a line. */
export const topics: readonly Topic<unknown>[] = [membersTopic, pairingsTopic, requestsTopic, specialCareTopic, benefitsTopic, visitsTopic]
