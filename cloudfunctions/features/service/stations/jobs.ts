import { markedRows } from '../../../kernel/marks'
import { eachRow, type Job } from '../../../kernel/jobs'
import { Stations } from './documents'
import { lookAtStation } from './look'

/** One run does what it can well within its minute. */
const [EACH_MINUTE, AT_A_TIME] = [200, 10]

/** Looks at the stations whose duty changed, and at each of them every morning. */
export const lookAtStations: Job = async ports =>
  eachRow(await markedRows(ports, Stations, EACH_MINUTE), 'lookAtStations', one => lookAtStation(ports, one), AT_A_TIME)
