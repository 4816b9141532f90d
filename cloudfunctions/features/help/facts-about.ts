import { titleOf } from '../../../core/help/requests/emergencies'
import type { RequestState } from '../../../core/help/requests/states'
import type { PersonFact } from '../../../core/people/public'
import type { Ports } from '../../kernel/ports'
import type { Member } from '../people/public'
import { Requests } from './documents'

/** As many requests as are told, the latest. */
const MOST = 5

const stateWords: Readonly<Record<RequestState, string>> = {
  waiting: '正在找人',
  accepted: '有人办',
  'on-the-way': '在路上',
  done: '说办好了，等回话',
  closed: '办好了',
  cancelled: '不用办了',
}

/** What a person asked for help with, and how that stands. */
export const factsOfHelp = async ({ store }: Pick<Ports, 'store'>, { member }: { member: Member }): Promise<PersonFact[]> => {
  const rows = await store.table(Requests).find({ memberId: member._id }, { order: [['raisedAt', 'desc']], limit: MOST })
  return rows.map(one => ({
    ...{ kind: 'request' as const, words: `${titleOf(one)}，${stateWords[one.state]}`, at: one.raisedAt, id: one._id },
    ...(one.open && one.risk === 'broken' ? { late: true } : {}),
  }))
}
