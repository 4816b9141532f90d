import { View } from '@tarojs/components'
import { Card, Title } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Fact } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { span } from '../../../components/times'
import { go } from '../../../platform/go'
import { type PostItem } from './post'
import { routes } from '../../../../core/shared/routes'

const Chip = ({ post }: { post: PostItem }) => {
  const [first] = post.mine
  if (post.state === 'cancelled') return <StateChip icon="calendar-off" tone="danger" words="已经取消" />
  if (first?.mine?.state === 'held') return <StateChip icon="done" tone="good" words={`您的班 ${span(first.startsAt, first.endsAt)}`} />
  if (first?.mine) return <StateChip icon="clock" tone="warn" words={`您候补第 ${first.mine.position ?? 1} 位`} />
  return post.left > 0 ? (
    <StateChip icon="people" tone="info" words={`还剩 ${post.left} 个名额`} />
  ) : (
    <StateChip icon="people" tone="warn" words="名额满了，可以候补" />
  )
}

/** What one sees of a post in a list; a press opens its page. */
export const PostCard = ({ post }: { post: PostItem }) => {
  const { next } = post
  return (
    <Card onPress={() => go(routes.post({ id: post.postId }))}>
      <View className="row">
        <View className="grow">
          <View className="soft small">{post.kind}</View>
          <Title>{post.title}</Title>
        </View>
        <Icon name="next" tone="soft" />
      </View>
      {next && (
        <Fact icon="clock">
          {span(next.startsAt, next.endsAt)}
          {post.shifts > 1 && `，共 ${post.shifts} 班`}
        </Fact>
      )}
      <Fact icon="place">{post.place.name}</Fact>
      <Chip post={post} />
    </Card>
  )
}
