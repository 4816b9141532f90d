import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { RunPost } from '../../features/service/posts/desk/RunPost'
import { ForSecretary } from '../Duty'

/** One post as its organizer runs it; `done` when it has just been published. */
export default function PostPage() {
  const { postId, done } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={postId} icon="serve" what="一个服务岗位来了谁、还缺谁">
          {id => <RunPost postId={id} published={done === 'published'} />}
        </Named>
      )}
    </ForSecretary>
  )
}
