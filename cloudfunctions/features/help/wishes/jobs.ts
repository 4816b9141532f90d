import { wishNotice } from '../../../../core/help/wishes/notices'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { changeWish, tellNews } from './change'
import { Wishes, type Wish } from './documents'

const EACH_RUN = 100

/** Tells what was left untold, and reminds those named and the elder the day before; twice is the same message. */
const lookAt = async (ports: Ports, wish: Wish): Promise<void> => {
  await tellNews(ports, wish)
  const { plan, remindAt } = wish
  if (!plan || remindAt === undefined || remindAt > ports.now) return
  const version = { by: '', version: remindAt }
  const named = plan.people.map(one => one.memberId)
  await tell(ports, named, wishNotice(wish, 'remind', version))
  await tell(ports, [wish.memberId], wishNotice(wish, 'remind-elder', version))
  await changeWish(ports, wish, was => (was.remindAt === remindAt ? { next: { remindAt: null }, answer: null } : { answer: null }))
}

/** Wishes of which people have still to hear, or whose day is tomorrow (P31). */
export const remindOfWishes: Job = async ports => {
  const due = await ports.store.table(Wishes).find({ lookAt: { lte: ports.now } }, { order: [['lookAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'remindOfWishes', wish => lookAt(ports, wish))
}
