import { rightsGo, type Succeed } from '../../../kernel/succession'
import { Elections } from './documents'

/** What a branch elected stays where it was held, and comes under the rights of the one in its place. */
export const electionsGo: Succeed = (ports, { from, paths, past }) =>
  rightsGo(ports, Elections, { branchId: { in: [from, ...past] } }, { paths })
