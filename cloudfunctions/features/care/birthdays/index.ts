import { birthdays as contract } from '../../../../core/care/birthdays/contract'
import { byText, pageBy } from '../../../kernel/keyset'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { type Celebration, CelebrationPlans, Celebrations } from './documents'

const PAGE = 50

const shown = ({ _id, memberId, name, kind, on, exact, years, round, lunar, bound, greetedAt }: Celebration) => ({
  celebrationId: _id,
  memberId,
  name,
  kind,
  on,
  exact,
  years,
  round,
  ...(lunar === undefined ? {} : { lunar }),
  bound,
  greeted: greetedAt !== undefined,
})

export const handlers: Handlers<typeof contract> = {
  async 'birthday.list'({ branchId, from, to, cursor }, { store }) {
    const [rows, plan] = await Promise.all([
      pageBy(store.table(Celebrations), { branchId, on: { gte: from, lt: `${to}~` } }, byText('on'), { size: PAGE, cursor }),
      store.table(CelebrationPlans).get(branchId),
    ])
    const { items, cursor: next } = rows
    return { items: items.map(shown), cursor: next, unknown: plan?.unknown ?? [] }
  },

  // Another person's card and a card that is gone get the same answer.
  async 'birthday.greeting'({ celebrationId }, { store, people }) {
    const row = await store.table(Celebrations).get(celebrationId)
    const member = people.find(one => one._id === row?.memberId)
    if (!row || !member || row.greetedAt === undefined) return { card: null }
    const branch = await store.table(Organizations).get(member.branchId)
    const { name, kind, on, years, round, quiet } = row
    return { card: { name, kind, on, years, round, quiet: quiet === true, branchName: branch?.name ?? '' } }
  },
}

export { contract }
export { homes } from '../use-case'
