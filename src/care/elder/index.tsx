import { ElderScreen } from '../../features/care/pairings/ElderScreen'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '谁来联系' })

/** Who looks after one elder. */
export default guarded('elder', ({ id, asked }) => <ElderScreen memberId={id} name={asked('name') ?? ''} />)
