import { isOpen } from '../../../../core/help/wishes/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { WindUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { Members, secretariesOf, type Member } from '../../people/public'
import { changeWish, tellNews } from './change'
import { Wishes, type Wish } from './documents'
import { release } from './plan'

/** More wishes than one person has, or is named for. */
const MOST = 200

/** The elder is elsewhere: what is open goes with them. */
export const placeWish = async (
  ports: Pick<Ports, 'store' | 'now'>,
  wish: Wish,
  { branchId, path }: Pick<Member, 'branchId' | 'path'>,
): Promise<void> => {
  await changeWish(ports, wish, was =>
    was.path === path ? { answer: null } : { next: { branchId, path, scopes: scopesOf(path) }, answer: null },
  )
}

/** What an elder who departed wished for is called off, and what they wrote goes; who was to help is told. */
const callOff = async (ports: Ports, wish: Wish): Promise<void> => {
  const { row, answer: before } = await changeWish(ports, wish, was => ({
    next: { state: isOpen(was.state) ? 'cancelled' : was.state, open: false, text: '', party: [was.memberId], remindAt: null },
    news: isOpen(was.state) ? [{ kind: 'called-off', memberIds: (was.plan?.people ?? []).map(one => one.memberId), by: '' }] : [],
    answer: was,
  }))
  await release(ports, wish._id, before.plan)
  await tellNews(ports, row)
}

/** A helper departed: the plan goes on without them, and the desk hears of it. */
const goOnWithout = async (ports: Ports, wish: Wish, memberId: string): Promise<void> => {
  const desk = await secretariesOf(ports.store, wish)
  const { row } = await changeWish(ports, wish, was => {
    const { plan } = was
    if (!plan || !plan.people.some(one => one.memberId === memberId)) return { answer: null }
    const name = plan.people.find(one => one.memberId === memberId)?.name ?? ''
    return {
      next: {
        plan: { ...plan, people: plan.people.filter(one => one.memberId !== memberId) },
        party: was.party.filter(one => one !== memberId),
      },
      news: [{ kind: 'left', memberIds: desk.filter(one => one !== memberId), by: name }],
      answer: null,
    }
  })
  await tellNews(ports, row)
}

/** Who departs: their own wishes are called off, those of others go on without them. One who only went to another branch takes their wishes along. */
export const leaveWishes: WindUp = async (ports, { memberId, why }) => {
  const { store } = ports
  const [own, open] = await Promise.all([
    store.table(Wishes).find({ memberId }, { limit: MOST }),
    store.table(Wishes).find({ party: memberId, open: true }, { limit: MOST }),
  ])
  if (why === 'transferred') {
    const member = await store.table(Members).get(memberId)
    for (const wish of own) if (member && wish.open) await placeWish(ports, wish, member)
    return
  }
  for (const wish of own) if (wish.open || wish.text !== '') await callOff(ports, wish)
  for (const wish of open) if (wish.memberId !== memberId) await goOnWithout(ports, wish, memberId)
}
