import type { circles as contract } from '../../../../core/life/circles/contract'
import { isIn } from '../../../../core/life/circles/rules'
import type { Output } from '../../../../core/shared/operation'
import type { Circle } from './documents'

type Item = Output<(typeof contract)['circle.list']>['items'][number]

/** A circle as a list shows it. */
export const itemOf = (circle: Circle, orgName: string, memberId: string): Item => {
  const { _id, orgId, kind, name, words, teacher, open, members, closedAt } = circle
  return {
    ...{ circleId: _id, orgId, orgName, kind, name, words, teacher, open, closed: closedAt !== undefined },
    people: members.length,
    mine: isIn(circle, memberId),
  }
}
