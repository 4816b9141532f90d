import { rightsGo, type Succeed } from '../../../kernel/succession'
import { Trainings } from './documents'

/** What was recorded stays where it was, and may be put right by the secretary who took over. */
export const trainingsGo: Succeed = (ports, { from, paths, past }) =>
  rightsGo(ports, Trainings, { orgId: { in: [from, ...past] } }, { paths })
