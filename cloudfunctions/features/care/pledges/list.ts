import type { pledges as contract } from '../../../../core/care/pledges/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { byText, pageJoined } from '../../../kernel/keyset'
import { Organizations } from '../../people/public'
import { Partners } from '../pairings/documents'
import type { Handlers } from '../use-case'
import { Pledges } from './documents'
import { actsOf, owedOf, shownOf } from './item'

const PAGE = 50

export const list: Handlers<Pick<typeof contract, 'pledge.list'>> = {
  async 'pledge.list'({ orgId, year, partnerId, cursor }, { store, now, may }) {
    const wanted = { scopes: orgId, ...(partnerId === undefined ? {} : { partnerId }) }
    const page = await pageJoined(store, Pledges, wanted, byText('_id'), { size: PAGE, cursor, field: 'partnerId', from: Partners })
    const branches = new Map(
      (await store.table(Organizations).getMany([...new Set(page.items.map(one => one.branchId))])).map(one => [one._id, one.name]),
    )
    const today = dateOf(now)
    return {
      items: page.items.map(({ joined: [partner], ...row }) => {
        const pledge = owedOf(row, partner)
        const { _id, branchId, since, until } = pledge
        return {
          ...shownOf(pledge, year, today),
          ...{
            pledgeId: _id,
            partnerId: row.partnerId,
            partnerName: partner?.name ?? '',
            branchId,
            branchName: branches.get(branchId) ?? '',
            since,
          },
          ...(until === undefined ? {} : { until }),
          acts: actsOf(pledge, year).map(({ on, note, activityId }) => ({ on, note, ...(activityId === undefined ? {} : { activityId }) })),
          may: until === undefined ? may('done', 'end') : may('done'),
        }
      }),
      cursor: page.cursor,
    }
  },
}
