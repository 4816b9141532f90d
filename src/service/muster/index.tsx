import { guarded } from '../../features/home/guard/rooms/service'
import { MusterPage, NoMuster } from '../../features/service/musters/MusterPage'

definePageConfig({ navigationBarTitleText: '应急集结' })

/** One muster (`id`), from its message, or by scanning the code of its roll-call (`c`, held out at the cell `p`). */
export default guarded('muster', ({ asked }) => {
  const [id, code] = [asked('id'), asked('c')]
  if (id === undefined) return <NoMuster />
  return <MusterPage musterId={id} scanned={code === undefined ? undefined : { code, slot: asked('p') }} />
})
