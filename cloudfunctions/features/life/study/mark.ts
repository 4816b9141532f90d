import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { markFigures } from '../../../kernel/rollups'
import { Members } from '../../people/public'

/** The figures of what a branch learns, by year. */
export const STUDY = 'study'

/** The years whose figures are open. */
export const yearOf = (now: Instant): string => dateOf(now).slice(0, 4)

type Acting = Pick<Ports, 'store' | 'now'>

/** The figures of these branches' study are to be counted again. */
export const markStudies = ({ store, now }: Acting, branchIds: readonly string[]): Promise<void> =>
  markFigures(
    { store, now },
    [...new Set(branchIds)].map(orgId => ({ topic: STUDY, orgId, period: yearOf(now) })),
  )

/** The same of one branch. */
export const markStudy = (ports: Acting, branchId: string): Promise<void> => markStudies(ports, [branchId])

/** The same of the branches of these members. */
export const markStudiesOf = async (ports: Acting, memberIds: readonly string[]): Promise<void> => {
  const members = await ports.store.table(Members).getMany(memberIds)
  await markStudies(
    ports,
    members.map(one => one.branchId),
  )
}

/** The same as announcements name it. */
export const markStudyOf = (ports: Acting, { branchId }: { branchId: string }): Promise<void> => markStudy(ports, branchId)
