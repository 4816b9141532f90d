import type { Ports } from '../../../kernel/ports'
import { markRollup } from '../../../kernel/rollups'
import { topics } from './topics'

/** Every present figure of a branch is counted again. */
export const markAll = async (ports: Ports, { branchId }: { branchId: string }): Promise<void> => {
  await Promise.all(topics.map(topic => markRollup(ports, topic.name, branchId, topic.periods(ports.now))))
}
