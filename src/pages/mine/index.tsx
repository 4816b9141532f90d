import { MyEldersLine } from '../../features/care/pairings/MyEldersLine'
import { HealthLine } from '../../features/upkeep/health/HealthLine'
import { BoardLine } from '../../features/figures/boards/BoardLine'
import { guarded } from '../../features/home/guard/rooms/pages'
import { Mine } from '../../features/people/identity/Mine'
import { ImportAllLine } from '../../features/people/roster/ImportAllLine'

definePageConfig({ navigationBarTitleText: '我的' })

/** 我的, with the way to the board and to those I look after. */
export default guarded('mine', ({ acting }) => (
  <Mine
    acting={acting}
    more={
      <>
        <BoardLine me={acting.me} />
        <ImportAllLine me={acting.me} />
        <HealthLine me={acting.me} />
        {acting.me.member !== null && <MyEldersLine />}
      </>
    }
  />
))
