import { placeAbove } from '../../../../core/life/circles/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Circle } from './documents'

type Reach = Pick<Circle, 'audience' | 'near' | 'teams'>

/** Who may look at a circle: those who belong where it is; once it was open to neighbours, all who belong under the place above. */
export const reachOf = (path: string, wide: boolean): Reach => {
  if (!wide) return { audience: 'branch' }
  const above = placeAbove(path)
  const near = scopesOf(above).at(-1)
  return { audience: 'teams', teams: [{ path: above }], ...(near === undefined ? {} : { near }) }
}
