import { checkState, countChecks, homeChecks } from '../../../../core/assessment/homes/checks'
import type { homes as contract } from '../../../../core/assessment/homes/contract'
import type { DateText, Output } from '../../../../core/shared/operation'
import type { Look, PartyHome } from './documents'

type Shown = Output<(typeof contract)['home.list']>['items'][number]

/** A look as it is shown. */
export const lookOf = ({ holds, on, at, by, words, photoFileIds }: Look) => ({ holds, on, at, by: by.name, words, photoFileIds })

/** A home with its ten checks on a day. */
export const shownOf = (row: PartyHome, today: DateText): Shown => ({
  ...{ homeId: row._id, orgId: row.orgId, name: row.name, address: row.address, branches: row.branches },
  ...(row.point ? { point: row.point } : {}),
  checks: homeChecks.map(check => {
    const last = row.last[check]
    return { check, state: checkState(last, today), ...(last ? { last: lookOf(last) } : {}) }
  }),
  ...countChecks(row.last, today),
})
