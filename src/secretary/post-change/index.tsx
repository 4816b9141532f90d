import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { ChangePost } from '../../features/service/posts/desk/ChangePost'
import { ForSecretary } from '../Duty'

/** Changes a post that is out. */
export default function ChangePostPage() {
  const { postId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={postId} icon="edit" what="一个服务岗位，也在这里改">
          {id => <ChangePost postId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
