import { sharePicture } from '../../../components/sharePicture'
import { spanBesideDay } from '../../../components/times'
import { now } from '../../../platform/clock'
import { leftOf, type Post } from './post'

/** The picture of a post's card: its next shift, its place, and how many hands are needed at this moment. */
export const postPicture = (post: Post) => {
  const coming = post.shifts.filter(one => one.endsAt > now() && one.state !== 'cancelled')
  const shift = coming[0] ?? post.shifts.at(-1)
  const left = leftOf(post)
  const when = shift ? spanBesideDay(shift.startsAt, shift.endsAt) : ''
  return sharePicture({
    ...{ over: `${post.kind} · ${post.orgName}`, title: post.title, block: shift?.startsAt ?? '服务' },
    lines: [coming.length > 1 ? `${when}，共 ${coming.length} 班` : when, post.place.name],
    large:
      post.state === 'cancelled'
        ? '这个岗位取消了'
        : left > 0
          ? `还剩 ${left} 个名额`
          : coming.length > 0
            ? '名额满了，可候补'
            : '已经结束',
  })
}
