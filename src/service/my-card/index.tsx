import { guarded } from '../../features/home/guard/guarded'
import { MyCard } from '../../features/people/public-cards/MyCard'

/** One's own public card. */
export default guarded('myCard', () => <MyCard />)
