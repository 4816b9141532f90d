import type { wishes as contract } from '../../../../core/help/wishes/contract'
import { isOpen, sumOf } from '../../../../core/help/wishes/rules'
import { byNumber, firstBy, pageJoined } from '../../../kernel/keyset'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { isNamed, mayCost } from './day'
import { Wishes, type Wish } from './documents'

const PAGE = 20
/** More wishes than one person has, or is named for at a time. */
const MOST = 50

export const itemOf = ({ _id, kind, text, state, memberId, name, on, plan, raisedAt }: Wish) => ({
  ...{ wishId: _id, kind, text, state, memberId, name, on: plan?.on ?? on ?? null, raisedAt },
  steps: plan?.steps.length ?? 0,
  done: plan?.steps.filter(one => one.doneAt !== undefined).length ?? 0,
})

export const lists: Handlers<Pick<typeof contract, 'wish.get' | 'wish.mine' | 'wish.list'>> = {
  'wish.get'(_, context) {
    const { subject: wish, person, account, may } = context
    const { plan, state } = wish
    const own = account?.memberId === person._id
    const { steps: _steps, done: _done, ...head } = itemOf(wish)
    const verbs = may('plan', 'done', 'cancel').filter(verb => (isOpen(state) ? verb !== 'done' || plan !== undefined : false))
    return Promise.resolve({
      ...head,
      raisedBy: wish.raisedBy.name,
      plan: plan
        ? {
            ...{ on: plan.on, startsAt: plan.startsAt, endsAt: plan.endsAt, people: plan.people, steps: plan.steps, papers: plan.papers },
            ...(plan.vehicle === undefined ? {} : { vehicle: plan.vehicle }),
          }
        : null,
      costs: wish.costs.map(({ costId, what, fen, by, at }) => ({ costId, what, fen, by: by.name, at })),
      ...{ sumFen: sumOf(wish.costs), note: wish.note, photoFileIds: wish.photoFileIds, doneAt: wish.doneAt ?? null, reason: wish.reason },
      named: own && isOpen(state) && isNamed(wish, person._id),
      may: [
        ...verbs.filter(verb => verb !== 'cancel' || person._id === wish.memberId || may('plan').length > 0),
        ...(own && state !== 'cancelled' && mayCost(wish, context) ? (['cost'] as const) : []),
      ],
    })
  },

  async 'wish.mine'(_, { store, person, account }) {
    const table = store.table(Wishes)
    const own = account?.memberId === person._id
    const [mine, named] = await Promise.all([
      firstBy(table, { memberId: person._id }, byNumber('raisedAt', 'desc'), MOST),
      own ? table.find({ party: person._id, open: true }, { limit: MOST }) : [],
    ])
    const helping = named.flatMap(wish => {
      const part = wish.plan?.people.find(one => one.memberId === person._id)?.part
      return part === undefined ? [] : [{ ...itemOf(wish), part, startsAt: wish.plan?.startsAt ?? 0 }]
    })
    return {
      items: mine.map(itemOf),
      helping: helping.sort((one, other) => one.startsAt - other.startsAt).map(({ startsAt: _at, ...one }) => one),
    }
  },

  async 'wish.list'({ orgId, over = false, cursor }, { store, subject: org, may }) {
    const from = { size: PAGE, cursor, field: 'memberId', from: Members } as const
    const { items, cursor: next } = await pageJoined(store, Wishes, { scopes: orgId, open: !over }, byNumber('raisedAt', 'desc'), from)
    // An elder who is elsewhere by now is no longer this desk's.
    const here = items.filter(one => one.joined[0]?.path.startsWith(org.path))
    return { items: here.map(itemOf), cursor: next, may: may('export') }
  },
}
