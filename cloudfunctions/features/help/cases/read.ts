import type { cases as contract } from '../../../../core/help/cases/contract'
import { type Part, partIn } from '../../../../core/help/cases/rules'
import type { Output } from '../../../../core/shared/operation'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { type QuietCase, QuietCases } from './documents'
import { caseFor } from './row'

const PAGE = 20

type May = Output<(typeof contract)['case.get']>['may']

/** What may be done to a case that is under way, by what the reader is to it. */
const may: Record<Part, May> = { keeper: ['invite', 'note', 'handOver', 'close'], asked: ['answer'], in: ['note', 'answer'] }

/** Names of people, also of those who are members no more. One query. */
const namesOf = async (store: Store, ids: readonly string[]): Promise<(id: string) => string> => {
  const found = await store.table(Members).getMany([...new Set(ids)])
  const names = new Map(found.map(one => [one._id, one.name]))
  return id => names.get(id) || '已离开的同志'
}

const whole = (row: QuietCase, nameOf: (id: string) => string) => ({
  ...{ name: nameOf(row.memberId), topic: row.topic },
  people: row.asked.map(({ memberId, answer }) => ({ memberId, name: nameOf(memberId), ...(answer ? { answer } : {}) })),
  notes: row.notes.map(({ memberId, at, text }) => ({ name: nameOf(memberId), at, text })),
  ...(row.closedAt === undefined ? {} : { closed: { at: row.closedAt, outcome: row.outcome ?? '' } }),
})

const nothing = { name: '', topic: '', people: [], notes: [] }

export const read: Handlers<Pick<typeof contract, 'case.get' | 'case.list'>> = {
  async 'case.get'({ caseId }, context) {
    const { row, as } = await caseFor(context, caseId)
    const about = as === 'asked' ? [] : [row.memberId, ...[...row.asked, ...row.notes].map(one => one.memberId)]
    const nameOf = await namesOf(context.store, [row.keeperId, ...about])
    return {
      ...{ caseId, as, keeper: nameOf(row.keeperId), openedAt: row.openedAt },
      ...(as === 'asked' ? nothing : whole(row, nameOf)),
      may: row.closedAt === undefined ? may[as] : [],
    }
  },

  async 'case.list'({ cursor }, { store, person }) {
    const { items, cursor: next } = await pageBy(store.table(QuietCases), { named: person._id }, byNumber('openedAt', 'desc'), {
      size: PAGE,
      cursor,
    })
    const seen = items.map(row => ({ row, as: partIn(row, person._id) ?? ('asked' as const) }))
    const nameOf = await namesOf(
      store,
      seen.filter(({ as }) => as !== 'asked').map(({ row }) => row.memberId),
    )
    return {
      items: seen.map(({ row, as }) => ({
        ...{ caseId: row._id, as, openedAt: row.openedAt, closed: row.closedAt !== undefined },
        name: as === 'asked' ? '' : nameOf(row.memberId),
      })),
      cursor: next,
    }
  },
}
