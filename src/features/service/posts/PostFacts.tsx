import { View } from '@tarojs/components'
import { Card, Title } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { moment, span } from '../../../components/times'
import { now } from '../../../platform/clock'
import { isClaimable, leftOf, placesWords, type Post, type Shift } from './post'
import './posts.css'

/** The large line: how many hands are still needed, of the shift in question or of all. */
const Left = ({ post, shift }: { post: Post; shift: Shift | undefined }) => {
  if (post.state === 'cancelled') return null
  if (!shift) {
    const left = leftOf(post)
    const open = post.shifts.some(isClaimable)
    if (left > 0) return <View className="post-left">{`还剩 ${left} 个名额`}</View>
    return open ? <View className="post-left full">名额已满，可以候补</View> : null
  }
  return <View className={`post-left${shift.state === 'open' ? '' : ' full'}`}>{placesWords(shift)}</View>
}

const When = ({ post, shift }: { post: Post; shift: Shift | undefined }) => {
  const only = shift ?? (post.shifts.length === 1 ? post.shifts[0] : undefined)
  if (only) return <>{span(only.startsAt, only.endsAt)}</>
  const coming = post.shifts.filter(one => one.endsAt > now() && one.state !== 'cancelled')
  const next = coming[0] ?? post.shifts.at(-1)
  return (
    <>
      {coming.length > 1 && <View>还有 {coming.length} 班，最近一班：</View>}
      {next && <View>{span(next.startsAt, next.endsAt)}</View>}
    </>
  )
}

/** Title, when, where, and how many places are left; `shift` is the one being looked at. */
export const PostFacts = ({ post, shift }: { post: Post; shift: Shift | undefined }) => (
  <>
    {post.state === 'cancelled' && (
      <Notice tone="danger" title="这个岗位取消了，请不要来">
        {post.cancelReason && <View>原因：{post.cancelReason}</View>}
      </Notice>
    )}
    <Card>
      <View>
        <View className="soft small">
          {post.kind} · {post.orgName}
        </View>
        <Title>{post.title}</Title>
      </View>
      <Left post={post} shift={shift} />
      <Fact icon="clock" label="时间">
        <When post={post} shift={shift} />
      </Fact>
      <Fact icon="place" label="地点">
        {post.place.name}
      </Fact>
      {post.deadline !== null && post.deadline > now() && (
        <Fact icon="bell" label="认领到什么时候">
          {moment(post.deadline)}
        </Fact>
      )}
    </Card>
  </>
)
