import { guarded } from '../../features/home/guard/rooms/branch'
import { Bring } from '../../features/life/study/Bring'

definePageConfig({ navigationBarTitleText: '送学上门' })

/** What is brought to a member (`memberId`, `name`) and fetched from them. */
export default guarded('bring', ({ id, asked }) => <Bring memberId={id} name={asked('name') ?? ''} />)
