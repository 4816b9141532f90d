import { fact, type HeldFact } from '../../../core/people/public'
import type { Ports } from '../../kernel/ports'
import { PostFeedbacks, Posts, Teams } from './documents'
import { MusterCalls } from './musters/documents'

/** The teams of a person, the shifts they queue for, and what they said of them. */
export const heldByTeams = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [teams, queued, said, called] = await Promise.all([
    store.table(Teams).find({ memberIds: memberId }),
    store.table(Posts).count({ 'queue.memberId': memberId }),
    store.table(PostFeedbacks).count({ memberId }),
    store.table(MusterCalls).count({ memberId }),
  ])
  return [
    ...(teams.length > 0 ? [fact('teams', '服务队', teams.map(one => one.name).join('、'))] : []),
    ...(queued > 0 ? [fact('posts', '认领的岗位', `${String(queued)}个`)] : []),
    ...(called > 0 ? [fact('musters', '应急集结', `叫过${String(called)}次，怎么回的、到没到`)] : []),
    ...(said > 0 ? [fact('postFeedback', '写的服务感想', `${String(said)}条`)] : []),
  ]
}
