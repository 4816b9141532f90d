import { wishNotice } from '../../../../core/help/wishes/notices'
import type { Instant } from '../../../../core/shared/operation'
import { omit } from '../../../../core/shared/fields'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
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

/** When the timer looks at it next: at once while there is something to tell, else when those named are to be reminded. */
const lookOf = ({ news, remindAt }: Pick<Wish, 'news' | 'remindAt'>, now: Instant) => (news.length > 0 ? now : remindAt)

/** Decides upon a wish as it is and writes it by one conditional write, again where others were faster. */
export const changeWish = async <T>(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  seen: Wish,
  decide: (row: Wish) => Step<T>,
): Promise<{ row: Wish; answer: T }> => {
  const table = store.table(Wishes)
  return settleRow(
    seen,
    () => table.get(seen._id),
    async row => {
      if (!row) throw new Failure('NOT_FOUND')
      const { next, news = [], answer } = decide(row)
      if (!next) return { row, answer }
      const version = row.version + 1
      const fresh = news.filter(one => one.memberIds.length > 0).map(one => ({ ...one, version }))
      const { remindAt, ...rest } = next
      const stays = omit(row, 'remindAt')
      const at = remindAt === undefined ? row.remindAt : remindAt
      const after: Wish = {
        ...{ ...stays, ...rest, version, news: [...row.news, ...fresh] },
        ...(at === undefined || at === null ? {} : { remindAt: at }),
      }
      const look = lookOf(after, now)
      const set = {
        ...{ ...rest, news: after.news, version },
        ...(after.remindAt === undefined ? {} : { remindAt: after.remindAt }),
        ...(look === undefined ? {} : { lookAt: look }),
      }
      const gone = [...(look === undefined ? ['lookAt' as const] : []), ...(after.remindAt === undefined ? ['remindAt' as const] : [])]
      const written = await table.update({ _id: row._id, version: row.version }, { set, unset: gone })
      return written > 0 ? { row: after, answer } : undefined
    },
  )
}

/** Tells people what the wish says is to be told, and takes it off; twice is the same message. */
export const tellNews = async (ports: Ports, row: Wish): Promise<void> => {
  const { store, now } = ports
  for (const { kind, memberIds, by, version } of row.news) await tell(ports, memberIds, wishNotice(row, kind, { by, version }))
  if (row.news.length === 0) return
  const look = lookOf({ ...row, news: [] }, now)
  const set = { news: [] }
  await store
    .table(Wishes)
    .update({ _id: row._id, version: row.version }, look === undefined ? { set, unset: ['lookAt'] } : { set: { ...set, lookAt: look } })
}
