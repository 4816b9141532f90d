import type { Topic } from '../../kernel/rollups'
import { benefitsTopic } from '../benefits/topic'
import { specialCareTopic } from '../special-care/topic'
import { membersTopic } from './members'
import { pairingsTopic } from '../pairings/topic'
import { visitsTopic } from '../visits/figures'
import { requestsTopic } from '../requests/figures'

/** Everything the boards count; a capability adds its own by a line. */
export const topics: readonly Topic<unknown>[] = [membersTopic, pairingsTopic, requestsTopic, specialCareTopic, benefitsTopic, visitsTopic]
