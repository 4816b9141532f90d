import type { Topic } from '../../kernel/rollups'
import { membersTopic } from './members'
import { requestsTopic } from '../requests/figures'

/** Everything the boards count; a capability adds its own by a line. */
export const topics: readonly Topic<unknown>[] = [membersTopic, requestsTopic]
