import type { Topic } from '../../../kernel/rollups'
import { benefitsTopic, pairingsTopic, specialCareTopic, visitsTopic } from '../../care/public'
import { requestsTopic } from '../../help/public'
import { membersTopic } from './members-topic'

/** Everything the boards count; each capability adds a line. */
export const topics: readonly Topic<unknown>[] = [membersTopic, pairingsTopic, requestsTopic, specialCareTopic, benefitsTopic, visitsTopic]
