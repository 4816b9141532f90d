import type { Ports } from '../../../kernel/ports'
import { markFigures } from '../../../kernel/rollups'
import { topics } from './topics'

/** Every present figure of a branch is counted again. */
export const markAll = async (ports: Ports, { branchId }: { branchId: string }): Promise<void> => {
  await markFigures(
    ports,
    topics.flatMap(topic => topic.periods(ports.now).map(period => ({ topic: topic.name, orgId: branchId, period }))),
  )
}
