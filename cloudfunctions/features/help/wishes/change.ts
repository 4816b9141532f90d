import { wishNotice } from '../../../../core/help/wishes/notices'
import type { Instant } from '../../../../core/shared/operation'
import { omit } from '../../../../core/shared/fields'
import type { Ports } from '../../../kernel/ports'
import { changeRowSaying } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { Wishes, type Wish, type WishNews } from './documents'

type Next = Partial<Omit<Wish, '_id' | 'memberId' | 'version' | 'news' | 'lookAt' | 'remindAt'>> & {
  /** Null: there is nothing to be reminded of. */
  remindAt?: Instant | null
}

/** What a change makes of a wish, with who has to hear of it; without `next` it stays as it is. */
export interface Step<T> {
  next?: Next
  news?: readonly Omit<WishNews, 'version'>[]
  answer: T
}

/** The wish with the time at which the timer looks at it next: at once while there is something to tell, else when those named are to be reminded. */
const looked = (row: Wish, now: Instant): Wish => {
  const look = row.news.length > 0 ? now : row.remindAt
  return look === undefined ? omit(row, 'lookAt') : { ...row, lookAt: look }
}

/** Decides upon a wish as it is and writes it by one conditional write, again where others were faster. */
export const changeWish = <T>(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  seen: Wish,
  decide: (row: Wish) => Step<T>,
): Promise<{ row: Wish; answer: T }> =>
  changeRowSaying(store.table(Wishes), seen, row => {
    const { next, news = [], answer } = decide(row)
    if (!next) return { row, answer }
    const { remindAt = row.remindAt, ...rest } = next
    const fresh = news.filter(one => one.memberIds.length > 0).map(one => ({ ...one, version: row.version + 1 }))
    const after = { ...omit(row, 'remindAt'), ...rest, news: [...row.news, ...fresh] }
    return { row: looked(remindAt === null || remindAt === undefined ? after : { ...after, remindAt }, now), answer }
  })

/** Tells people what the wish says is to be told, and takes it off; twice is the same message. */
export const tellNews = async (ports: Ports, row: Wish): Promise<void> => {
  const { store, now } = ports
  for (const { kind, memberIds, by, version } of row.news) await tell(ports, memberIds, wishNotice(row, kind, { by, version }))
  if (row.news.length > 0) await store.table(Wishes).swap(row, looked({ ...row, news: [] }, now), 'version')
}
