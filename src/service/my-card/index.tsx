import { guarded } from '../../features/home/guard/rooms/service'
import { MyCard } from '../../features/people/public-cards/MyCard'

definePageConfig({ navigationBarTitleText: '我的公开卡片', enableShareAppMessage: true })

/** One's own public card. */
export default guarded('myCard', () => <MyCard />)
