import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { householdOf } from '../../../../core/departures/aftercare/rules'
import { Accounts } from '../../../kernel/identity'
import { CareContacts, careSettingsAt, eldersOf, helpersOf } from '../../care/public'
import { Requests } from '../../help/public'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { officesIn } from './offices'
import { shiftsOf, signedUpFor } from './queues'

const MOST_FAMILY = 100

export const look: Handlers<Pick<typeof contract, 'aftercare.look'>> = {
  async 'aftercare.look'(_, { store, subject: member, now, fail }) {
    if (member.state !== 'active') return fail('AFTERCARE_MARKED')
    const [branch, helpers, elders, activities, shifts, accounts, requests, care, held] = await Promise.all([
      store.table(Members).findAll({ branchId: member.branchId, state: 'active' }),
      helpersOf(store, [member._id]),
      eldersOf(store, member._id),
      signedUpFor(store, member._id, now),
      shiftsOf(store, member._id, now),
      store.table(Accounts).find({ people: member._id }, { limit: MOST_FAMILY }),
      store.table(Requests).count({ 'owner.memberId': member._id, open: true }),
      store.table(CareContacts).get(member._id),
      careSettingsAt(store, member.path),
    ])
    return {
      name: member.name,
      offices: await officesIn(store, member.grants),
      helpers: (helpers.get(member._id) ?? []).map(({ memberId, name }) => ({ memberId, name })),
      elders: elders.map(({ memberId, name }) => ({ memberId, name })),
      activities: activities.map(one => one.title),
      shifts,
      familyHelpers: accounts.filter(one => one.memberId !== member._id).map(one => one.name ?? '家属'),
      requests,
      specialCare: care?.on ?? false,
      household: householdOf(member, branch),
      quietDays: held.settings.quietDays,
    }
  },
}
