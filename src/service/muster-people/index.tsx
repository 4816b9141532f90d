import { guarded } from '../../features/home/guard/rooms/service'
import { musterLists } from '../../../core/service/musters/kinds'
import { NoMuster } from '../../features/service/musters/MusterPage'
import { PeopleList } from '../../features/service/musters/PeopleList'
import { slotOf } from '../../features/service/musters/words'

definePageConfig({ navigationBarTitleText: '集结名单' })

/** Those called to a muster (`id`), by what they said (`list`), or of one cell (`slot`). */
export default guarded('musterList', ({ asked }) => {
  const id = asked('id')
  if (id === undefined) return <NoMuster />
  const list = musterLists.find(one => one === asked('list')) ?? 'silent'
  return <PeopleList musterId={id} list={list} slot={slotOf(asked('slot'))} />
})
