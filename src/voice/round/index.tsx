import { guarded } from '../../features/home/guard/rooms/voice'
import { NoRound, RoundPage } from '../../features/voice/rounds/RoundPage'

definePageConfig({ navigationBarTitleText: '金点子评选' })

/** One round (`id`), for its jury and the officers over it. */
export default guarded('round', ({ asked }) => {
  const id = asked('id')
  return id === undefined ? <NoRound /> : <RoundPage roundId={id} />
})
