import { rightsGo, type Succeed } from '../../../kernel/succession'
import { DuesPayments } from './documents'

/** What was paid to a branch stays in its book; the branch in its place reads it. */
export const duesGo: Succeed = (ports, going) => rightsGo(ports, DuesPayments, {}, going)
