import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { Visits } from '../visits/documents'
import { CareContacts } from './documents'

/** So many days after the last day of a visit to the sick a person is still spared. */
const ILL_DAYS = 30
const MOST = 1000

/** Who of these people is in special care now, or was visited or is to be visited as ill: what is not urgent is not asked of them by a machine. */
export const inCare = async ({ store, now }: Pick<Ports, 'store' | 'now'>, memberIds: readonly string[]): Promise<Set<string>> => {
  const since = instantOf(addDays(dateOf(now), -ILL_DAYS))
  const [contacts, visits] = await Promise.all([
    store.table(CareContacts).getMany(memberIds),
    store.table(Visits).find({ memberId: { in: memberIds }, closes: { gte: since } }, { limit: MOST }),
  ])
  const ill = visits.filter(one => one.rule === 'illness' && one.state !== 'dropped')
  return new Set([...contacts.filter(one => one.on).map(one => one._id), ...ill.map(one => one.memberId)])
}
