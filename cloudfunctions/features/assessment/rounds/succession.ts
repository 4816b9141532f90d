import { rightsGo, type Succeed } from '../../../kernel/succession'
import { AssessmentSheets } from './documents'

/** What a branch was judged by stays its own, and comes under the rights of the one in its place. */
export const sheetsGo: Succeed = (ports, going) => rightsGo(ports, AssessmentSheets, {}, going)
