import type { PersonFact } from '../../../core/people/public'
import { ruleWords } from '../../../core/care/visits/kinds'
import { dateOf } from '../../../core/shared/calendar'
import type { Ports } from '../../kernel/ports'
import type { Member } from '../people/public'
import { Caseloads } from './pairings/documents'
import { CareContacts } from './special-care/documents'
import { Visits } from './visits/documents'

/** As many visits made, and as many due, as are told. */
const MOST = 3

/** Who looks after a person, when they were visited last and are to be visited next, and whether the calls of special care come in time. */
export const factsOfCare = async ({ store, now }: Pick<Ports, 'store' | 'now'>, { member }: { member: Member }): Promise<PersonFact[]> => {
  const memberId = member._id
  const visits = store.table(Visits)
  const [caseloads, seen, due, care] = await Promise.all([
    store.table(Caseloads).find({ 'elders.memberId': memberId }, { limit: MOST }),
    visits.find({ memberId, state: 'done' }, { order: [['record.at', 'desc']], limit: MOST }),
    visits.find({ memberId, state: 'due' }, { order: [['record.at', 'asc']], limit: MOST }),
    store.table(CareContacts).get(memberId),
  ])
  const next = due.filter(one => one.opens <= now || one.assigneeId !== null).sort((one, other) => one.closes - other.closes)
  return [
    ...caseloads.map(({ name, partner }): PersonFact => ({ kind: 'helper', words: partner ? `${name}（共建单位）` : name })),
    ...next.map(({ _id: id, rule, assigneeName, closes }): PersonFact => ({
      ...{
        kind: 'visit-due',
        words: `${ruleWords[rule]}${assigneeName ? `，${assigneeName}去` : '，还没有人去'}`,
        on: dateOf(closes - 1),
        id,
      },
      ...(closes <= now ? { late: true } : {}),
    })),
    ...seen.flatMap(({ _id: id, rule, record }): PersonFact[] =>
      record
        ? [
            {
              kind: 'visit',
              words: `${ruleWords[rule]}，${record.actor.name}${record.by === 'visit' ? '上门' : '打了电话'}`,
              at: record.at,
              id,
            },
          ]
        : [],
    ),
    ...(care?.on === true && care.dueAt !== null
      ? [
          {
            ...{
              kind: 'care' as const,
              words: care.dueAt <= now ? '特殊关怀：该联系了，还没有联系' : '特殊关怀：下次联系',
              at: care.dueAt,
            },
            ...(care.dueAt <= now ? { late: true } : {}),
          },
        ]
      : []),
  ]
}
