import type { Instant } from '../../../../core/shared/operation'
import { slicesOf } from '../../../kernel/in-groups'
import type { Store } from '../../../kernel/store'
import { Posts, Services } from '../documents'

const AT_ONCE = 50

/** What was served at the posts of a branch that ended in a span: how many posts, how often a person served, how long in minutes. */
export const servedIn = async (
  store: Store,
  { branchId, from, to }: { branchId: string; from: Instant; to: Instant },
): Promise<{ posts: number; served: number; minutes: number }> => {
  const posts = (await store.table(Posts).findAll({ branchId, endsAt: { gte: from, lt: to } })).filter(one => one.state === 'published')
  const total = { posts: posts.length, served: 0, minutes: 0 }
  for (const some of slicesOf(posts, AT_ONCE))
    for (const row of await store.table(Services).findAll({ postId: { in: some.map(one => one._id) } }))
      if (row.state === 'served') {
        total.served += 1
        total.minutes += row.minutes
      }
  return total
}
