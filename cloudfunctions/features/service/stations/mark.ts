import type { Ports } from '../../../kernel/ports'
import { mark } from '../../../kernel/marks'
import { Stations } from './documents'

/** What is worked out of a station's duty has to be worked out again. */
export const markStation = (ports: Pick<Ports, 'store' | 'now'>, stationId: string): Promise<void> =>
  mark(ports, Stations, stationId, () => null)
