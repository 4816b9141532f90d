import type { GapKind } from '../../../../core/people/coverage/kinds'
import { type Route, routes } from '../../../../core/shared/routes'
import type { Given } from '../../../platform/call'

export type Gap = Given<'coverage.gaps'>['items'][number]

/** Where what is lacking is mended, or seen nearest to it. */
export const mendedAt: Readonly<Record<GapKind, (gap: Gap) => Route>> = {
  committee: ({ orgId, orgName }) => routes.committee({ orgId, name: orgName }),
  'no-home': ({ asks, orgId, orgName }) => (asks === true ? routes.joining({ orgId, name: orgName }) : routes.officers()),
  'no-activity': ({ orgId, orgName }) => routes.overview({ orgId, name: orgName }),
  unpaired: ({ orgId, orgName }) => routes.pairings({ orgId, name: orgName }),
  'no-branch': () => routes.officers(),
  liaison: ({ id, name }) => routes.nameLiaison({ branchId: id, name }),
}
