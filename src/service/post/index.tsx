import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor, Agreed } from '../../features/people/identity/Known'
import { useActing } from '../../features/people/identity/session'
import { NoPost, PostScreen } from '../../features/service/posts/PostScreen'
import { Register } from '../../features/service/volunteers/Register'

definePageConfig({ navigationBarTitleText: '服务岗位', enableShareAppMessage: true })

/** Opened from a card in a chat or a message (`id`), or by scanning the organizer's code (`c` with it). */
export default guarded('post', function PostPage({ asked }) {
  const acting = useActing()
  const { me, person, reload } = acting
  const id = asked('id')
  if (id === undefined) return <NoPost />
  return (
    <PostScreen
      postId={id}
      scanned={asked('c')}
      acting={acting}
      head={me && person && <ActingFor acting={{ ...acting, me, person }} />}
      join={({ why, onBack }) => <Agreed role="volunteer">{() => <Register why={why} onKnown={reload} onBack={onBack} />}</Agreed>}
    />
  )
})
