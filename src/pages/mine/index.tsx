import { BoardLine } from '../../features/figures/boards/BoardLine'
import { Known } from '../../features/people/identity/Known'
import { Mine } from '../../features/people/identity/Mine'
import { MyEldersLine } from '../../features/care/pairings/MyEldersLine'

/** 我的, with the way to the board and to whom I look after. */
export default function MinePage() {
  return (
    <Known tab="mine">
      {acting => (
        <Mine
          acting={acting}
          more={
            <>
              <BoardLine me={acting.me} />
              {acting.me.member !== null && <MyEldersLine />}
            </>
          }
        />
      )}
    </Known>
  )
}
