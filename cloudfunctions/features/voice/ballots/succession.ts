import { rightsGo, type Succeed } from '../../../kernel/succession'
import { BallotBoxes } from './documents'

/** A box that is open goes on under the branch in the place of its own. */
export const boxesGo: Succeed = (ports, going) => rightsGo(ports, BallotBoxes, {}, going)
