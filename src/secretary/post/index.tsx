import { useRouter } from '@tarojs/taro'
import { RunPost } from '../../features/posts/desk/RunPost'

/** One post as its organizer runs it; `done` when it has just been published. */
export default function PostPage() {
  const { postId = '', done } = useRouter().params
  return <RunPost postId={postId} published={done === 'published'} />
}
