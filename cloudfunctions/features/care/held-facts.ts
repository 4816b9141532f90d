import { fact, type HeldFact } from '../../../core/people/public'
import { dateOf } from '../../../core/shared/calendar'
import type { Ports } from '../../kernel/ports'
import { BenefitMarks } from './benefits/documents'
import { Celebrations } from './birthdays/documents'
import { Caseloads, PairingHistory } from './pairings/documents'
import { CareLog } from './special-care/documents'
import { Visits } from './visits/documents'

/** As many of each kind as are told one by one, the latest; the rest is counted. */
const MOST = 20

const lines = (all: number, told: readonly string[]): string =>
  `${String(all)}次${told.length > 0 ? `：${told.join('；')}${all > told.length ? '……' : ''}` : ''}`

/** Visits, calls, pairings, benefits and celebrations of a person. What a visitor wrote down for the branch is counted, not told. */
export const heldByCare = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const visits = store.table(Visits)
  const log = store.table(CareLog)
  const [seen, seenCount, due, called, calledCount, caseloads, ended, benefits, celebrations] = await Promise.all([
    visits.find({ memberId, state: 'done' }, { order: [['record.at', 'desc']], limit: MOST }),
    visits.count({ memberId, state: 'done' }),
    visits.count({ memberId, state: 'due' }),
    log.find({ memberId }, { order: [['at', 'desc']], limit: MOST }),
    log.count({ memberId }),
    store.table(Caseloads).find({ 'elders.memberId': memberId }),
    store.table(PairingHistory).count({ memberId }),
    store.table(BenefitMarks).count({ _id: { startsWith: `${memberId}:` } }),
    store.table(Celebrations).count({ memberId }),
  ])
  const way = (by: 'visit' | 'call') => (by === 'visit' ? '上门' : '电话')
  const told = seen.flatMap(({ record }) => (record ? [`${dateOf(record.at)}${record.actor.name}${way(record.by)}`] : []))
  return [
    ...(seenCount > 0 ? [fact('visits', '看望记录', lines(seenCount, told))] : []),
    ...(due > 0 ? [fact('visitsDue', '还要来看望', `${String(due)}次`)] : []),
    ...(calledCount > 0
      ? [
          fact(
            'careLog',
            '联系记录',
            lines(
              calledCount,
              called.map(({ at, who, by }) => `${dateOf(at)}${who}${way(by)}`),
            ),
          ),
        ]
      : []),
    ...(caseloads.length > 0 ? [fact('pairings', '结对联系人', caseloads.map(one => one.name).join('、'))] : []),
    ...(ended > 0 ? [fact('pairingHistory', '以前的结对', `${String(ended)}条`)] : []),
    ...(benefits > 0 ? [fact('benefits', '待遇登记', `${String(benefits)}项`)] : []),
    ...(celebrations > 0 ? [fact('celebrations', '生日安排', `${String(celebrations)}条`)] : []),
  ]
}
