import type { Topic } from '../../../kernel/rollups'
import { benefitsTopic } from '../../care/benefits/topic'
import { specialCareTopic } from '../../care/special-care/topic'
import { membersTopic } from './members'
import { pairingsTopic } from '../../care/pairings/topic'
import { visitsTopic } from '../../care/visits/figures'
import { requestsTopic } from '../../help/requests/figures'

/** Everything the boards count; a capability adds its own by a line. */
export const topics: readonly Topic<unknown>[] = [membersTopic, pairingsTopic, requestsTopic, specialCareTopic, benefitsTopic, visitsTopic]
