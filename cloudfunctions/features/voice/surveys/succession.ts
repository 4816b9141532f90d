import { rightsGo, type Succeed } from '../../../kernel/succession'
import { Surveys } from './documents'

/** Surveys stay where they were held, and come under the rights of the branch in the place of theirs. */
export const surveysGo: Succeed = (ports, going) => rightsGo(ports, Surveys, {}, going)
