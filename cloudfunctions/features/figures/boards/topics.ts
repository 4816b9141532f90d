import type { Topic } from '../../../kernel/rollups'
import { alikeTopic, assessmentTopic, roundTopic } from '../../assessment/public'
import { benefitsTopic, pairingsTopic, specialCareTopic, visitsTopic } from '../../care/public'
import { requestsTopic } from '../../help/public'
import { lifeTopic, studyTopic } from '../../life/public'
import { coverageTopic } from '../../people/public'
import { fundsTopic } from '../../means/public'
import { suggestionsTopic } from '../../voice/public'
import { membersTopic } from './members-topic'
import { serviceTopic } from './service-topic'

/** Everything the boards count; each capability adds a line. */
export const topics: readonly Topic<unknown>[] = [
  membersTopic,
  coverageTopic,
  lifeTopic,
  pairingsTopic,
  requestsTopic,
  specialCareTopic,
  benefitsTopic,
  visitsTopic,
  studyTopic,
  suggestionsTopic,
  serviceTopic,
  assessmentTopic,
  // Of no board: the maps of rounds read it.
  roundTopic,
  // Of no board: who is compared with which.
  alikeTopic,
  fundsTopic,
]
