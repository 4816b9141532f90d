import type { ActivityKind } from '../../../../core/life/activities/contract'
import { isOwed } from '../../../../core/life/activities/kinds'
import type { Store } from '../../../kernel/store'
import { Circles, type Circle } from './documents'

interface Held {
  circleId?: string | null | undefined
  kind: ActivityKind
}

/**
 * The circle that is to hold an activity of that branch; null where none is named. Undefined where it may not: the circle is of another branch, or meets
 * no more, or every member of the branch owes to come to what is of that kind.
 */
export const circleAt = async (store: Store, branch: { path: string }, { circleId, kind }: Held): Promise<Circle | null | undefined> => {
  if (circleId === undefined || circleId === null) return null
  const circle = await store.table(Circles).get(circleId)
  return circle && circle.closedAt === undefined && branch.path.startsWith(circle.path) && !isOwed({ kind }) ? circle : undefined
}
