import { useRouter } from '@tarojs/taro'
import { ActingFor } from '../../features/people/identity/Known'
import { NoPost, PostScreen } from '../../features/service/posts/PostScreen'
import { useActing } from '../../features/people/identity/session'
import { Join } from '../Join'

/** Opened from a card in a chat or a message (`id`), or by scanning the organizer's code (`c` with it). */
export default function PostPage() {
  const { id, c } = useRouter().params
  const acting = useActing()
  const { me, person } = acting
  if (!id) return <NoPost />
  return (
    <PostScreen
      postId={id}
      scanned={c}
      acting={acting}
      head={me && person && <ActingFor acting={{ ...acting, me, person }} />}
      join={how => <Join acting={acting} {...how} />}
    />
  )
}
