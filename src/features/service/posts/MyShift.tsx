import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Card } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { ago, clockTime, lasting, span } from '../../../components/times'
import { addToCalendar } from '../../../platform/calendar'
import { now } from '../../../platform/clock'
import { OfferPlace } from './OfferPlace'
import type { For, Mine, Post, Shift } from './post'
import { Withdraw } from './Withdraw'

const Standing = ({ shift, mine }: { shift: Shift; mine: Mine }) => {
  if (shift.state === 'cancelled' && shift.endedAt === undefined)
    return <StateChip icon="calendar-off" tone="danger" words="这一班取消了，请不要来" />
  if (mine.noShow) return <StateChip icon="alert" tone="warn" words="这一班记的是没有来" />
  if (mine.minutes !== undefined && mine.signedOutAt !== undefined)
    return <StateChip icon="done" tone="good" words={`已经服务 ${lasting(mine.minutes)}，谢谢您`} />
  if (mine.minutes !== undefined && (shift.state === 'over' || shift.endedAt !== undefined))
    return <StateChip icon="done" tone="good" words={`记了 ${lasting(mine.minutes)}，谢谢您`} />
  if (shift.endedAt !== undefined) return <StateChip icon="calendar-off" tone="danger" words={`${clockTime(shift.endedAt)}取消了`} />
  if (shift.state === 'over' && mine.corrected && mine.signedInAt === undefined)
    return <StateChip icon="info" tone="soft" words="这一班不记" />
  if (mine.signedInAt !== undefined) return <StateChip icon="done" tone="good" words={`${clockTime(mine.signedInAt)}签到了`} />
  if (mine.state === 'held') return <StateChip icon="done" tone="good" words="您的班" />
  if (shift.startsAt <= now()) return <StateChip icon="clock" tone="soft" words="这一班没有轮到您，谢谢您" />
  return <StateChip icon="clock" tone="warn" words={`您排在候补第 ${mine.position ?? 1} 位`} />
}

const ToCalendar = ({ post, shift }: { post: Post; shift: Shift }) => {
  const [said, setSaid] = useState<boolean | undefined>()
  const add = async () => {
    const notes = [post.bring && `请带：${post.bring}`, post.contact && `联系人：${post.contact.name} ${post.contact.phone ?? ''}`]
    const { title, place } = post
    setSaid(
      await addToCalendar({
        title,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        place: place.name,
        notes: notes.filter(Boolean).join('\n'),
      }),
    )
  }
  return (
    <>
      {said === true && <Notice tone="good" title="已经记到手机日历" onSeen={() => setSaid(undefined)} />}
      {said === false && (
        <Notice tone="warn" title="没有记到日历里" onSeen={() => setSaid(undefined)}>
          <View>手机没有允许。班还是您的，请在纸上记一下时间。</View>
        </Notice>
      )}
      <Button icon="calendar-add" onPress={add}>
        记到手机日历
      </Button>
    </>
  )
}

interface Props {
  post: Post
  shift: Shift
  mine: Mine
  forMemberId: For
  onDone: () => Promise<void>
}

/** A shift that is mine or that I wait for: when, what to bring, the number to call, and every way to change it. */
export const MyShift = ({ post, shift, mine, forMemberId, onDone }: Props) => {
  const { contact, bring } = post
  const ahead = shift.state !== 'cancelled' && shift.startsAt > now()
  const held = mine.state === 'held'
  const about = { postId: post.postId, shift, mine, forMemberId, onDone }
  return (
    <Card edge={held ? 'good' : 'warn'}>
      <Standing shift={shift} mine={mine} />
      {mine.corrected && (
        <Fact icon="edit" label={`${mine.corrected.by} ${ago(mine.corrected.at)}记的`}>
          {mine.corrected.reason}
        </Fact>
      )}
      <Fact icon="clock" label="您的时间">
        {span(shift.startsAt, shift.endsAt)}
      </Fact>
      {shift.state !== 'over' && (
        <Fact icon="place" label="地点">
          {post.place.name}
        </Fact>
      )}
      {!held && ahead && <View>有人退出就轮到您，会发消息告诉您。</View>}
      {held && shift.state !== 'over' && bring !== '' && (
        <Fact icon="list" label="请带上">
          {bring}
        </Fact>
      )}
      {contact?.phone && <CallButton name={contact.name} phone={contact.phone} words={`打电话给${contact.name}`} />}
      {held && ahead && <ToCalendar post={post} shift={shift} />}
      {held && ahead && <OfferPlace {...about} />}
      {ahead && <Withdraw {...about} />}
    </Card>
  )
}
