import { guarded } from '../../features/home/guard/rooms/voice'
import { NoVote, VotePage } from '../../features/voice/votes/VotePage'

definePageConfig({ navigationBarTitleText: '评选投票' })

const finders: readonly string[] = ['secretary', 'leader', 'street', 'bureau']

/** One vote (`id`), from its message or a list. */
export default guarded('vote', ({ acting, asked }) => {
  const id = asked('id')
  return id === undefined ? <NoVote /> : <VotePage key={id} voteId={id} finds={acting.me.grants.some(one => finders.includes(one.role))} />
})
