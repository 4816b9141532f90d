import type { requests as contract } from '../../../../core/help/requests/contract'
import { figuresOf } from '../../../../core/help/requests/figures'
import { requestKinds } from '../../../../core/shared/request-kinds'
import { Rollups } from '../../../kernel/documents'
import { rollupId, valueOf } from '../../../kernel/rollups'
import type { Handlers } from '../use-case'
import { loadOf, NOW, requestsTopic, totalOf } from './topic'

const MOST_BELOW = 1000

export const board: Handlers<Pick<typeof contract, 'request.board'>> = {
  async 'request.board'({ orgId, month }, { store, may }) {
    const table = store.table(Rollups)
    const topic = requestsTopic.name
    const [row, load, below, loads] = await Promise.all([
      table.get(rollupId(topic, orgId, month)),
      loadOf(store, orgId),
      table.find({ parentId: orgId, topic, period: month }, { limit: MOST_BELOW }),
      table.find({ parentId: orgId, topic, period: NOW }, { limit: MOST_BELOW }),
    ])
    const own = valueOf(requestsTopic, row)
    const loadBelow = new Map(loads.map(one => [one.orgId, valueOf(requestsTopic, one).load]))
    return {
      load,
      total: figuresOf(totalOf(own)),
      byKind: requestKinds.flatMap(kind => {
        const tally = own.kinds[kind]
        return tally ? [{ kind, ...figuresOf(tally) }] : []
      }),
      below: below
        .map(one => ({
          orgId: one.orgId,
          name: one.name,
          ...figuresOf(totalOf(valueOf(requestsTopic, one))),
          load: loadBelow.get(one.orgId) ?? requestsTopic.nothing.load,
        }))
        .sort((one, other) => other.raised - one.raised || one.name.localeCompare(other.name, 'zh-CN')),
      countedAt: row?.countedAt ?? null,
      may: may('configure'),
    }
  },
}
