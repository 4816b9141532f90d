import { guarded } from '../../features/home/guard/rooms/service'
import { Honours } from '../../features/service/honours/Honours'

definePageConfig({ navigationBarTitleText: '荣誉墙' })

/** A year's wall of an organization, the reader's own branch unless one is named; for its officers what waits for a word, and granting. */
export default guarded('honours', ({ acting, asked }) => (
  <Honours orgId={asked('orgId')} year={Number(asked('year')) || undefined} acting={acting} />
))
