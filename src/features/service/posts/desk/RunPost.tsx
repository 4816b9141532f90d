import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { ExportButton } from '../../../../components/ExportButton'
import { Loaded } from '../../../../components/Loaded'
import { Many } from '../../../../components/Many'
import { Notice } from '../../../../components/Notice'
import { ShareButton } from '../../../../components/OpenButtons'
import { LinkRow } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { signOutDoor } from '../../../../../core/service/posts/day'
import { call, type Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { useShareCard } from '../../../../platform/share'
import { useRepeat, useVisible } from '../../../../platform/visible'
import { cardTitle, isClaimable, leftOf, type Post } from '../post'
import { postPicture } from '../picture'
import { PostFacts } from '../PostFacts'
import { useLiveCard } from '../useLiveCard'
import { LeftLate, SaidAfterwards, Thank } from './Afterwards'
import { CancelPost, isRunning } from './CancelPost'
import { PostCode } from './PostCode'
import { ShiftCard } from './ShiftCard'
import { routes } from '../../../../../core/shared/routes'

const LOOK_EVERY_MS = 10_000

/** Is the door of any shift open, for coming or going? */
const doorOpen = (post: Post, at: number): boolean =>
  post.shifts.some(shift => {
    const { opensAt, closesAt } = signOutDoor(shift)
    return shift.state !== 'cancelled' && at >= opensAt && at <= closesAt
  })

interface ShiftsProps {
  postId: string
  orgId: string
  holders: Given<'post.holders'>
  onDone: () => Promise<unknown>
}

const Shifts = ({ holders, ...about }: ShiftsProps) => {
  const coming = holders.shifts.filter(shift => shift.state !== 'over')
  const past = holders.shifts.filter(shift => shift.state === 'over').reverse()
  const draw = (shift: (typeof coming)[number]) => <ShiftCard {...about} shift={shift} only={holders.shifts.length === 1} />
  return (
    <>
      {coming.length > 0 && (
        <Section title="谁认领了">
          <Many items={coming} keyOf={one => one.shiftId} step={5} unit="班">
            {draw}
          </Many>
        </Section>
      )}
      {past.length > 0 && (
        <Section title="已经结束的班">
          <Many items={past} keyOf={one => one.shiftId} step={3} unit="班">
            {draw}
          </Many>
        </Section>
      )}
    </>
  )
}

/** One post as its organizer runs it: share, who holds what, the code of the day, and what comes after. */
export const RunPost = ({ postId, published }: { postId: string; published: boolean }) => {
  const query = useQuery('post.get', { postId })
  const holders = useQuery('post.holders', { postId })
  const [seen, setSeen] = useState(false)
  const [code, setCode] = useState(false)
  const post = query.data
  const open = post?.state === 'published' && post.shifts.some(shift => shift.state === 'open' || shift.state === 'full')
  const live = useLiveCard(postId, open)
  const card = {
    title: cardTitle(post?.title ?? '服务岗位', post ? leftOf(post) : 0),
    route: routes.post({ id: postId }),
    live,
    picture: post && postPicture(post),
  }
  useShareCard(card)
  const reload = () => Promise.all([query.reload(), holders.reload()])
  useRepeat(reload, LOOK_EVERY_MS, useVisible())
  const people = holders.data?.shifts.reduce((sum, shift) => sum + shift.holders.length, 0) ?? 0
  const over = post?.shifts.some(shift => shift.state === 'over') === true
  const running = post?.shifts.some(shift => isRunning(shift, now())) === true
  const someAhead = post?.shifts.some(shift => shift.endsAt > now() && shift.state !== 'cancelled') === true
  return (
    <Screen main={open ? <ShareButton big words="转发到微信群" card={card} /> : undefined}>
      {published && !seen && (
        <Notice tone="good" title="岗位发好了" onSeen={() => setSeen(true)}>
          <View>按下面的红按钮转发到微信群，谁按“我来”就是谁的，卡片上的名额会自己变。</View>
        </Notice>
      )}
      <Loaded query={query}>
        {shown => (
          <>
            <PostFacts post={shown} shift={shown.shifts.length === 1 ? shown.shifts.find(isClaimable) : undefined} />
            {code && <PostCode postId={postId} onClose={() => setCode(false)} />}
            {!code && doorOpen(shown, now()) && (
              <Button icon="qr" onPress={() => setCode(true)}>
                打开签到签退码
              </Button>
            )}
          </>
        )}
      </Loaded>
      <Loaded query={holders} cards={1}>
        {shown => (
          <>
            {post && <Shifts postId={postId} orgId={post.orgId} holders={shown} onDone={reload} />}
            <LeftLate withdrawn={shown.withdrawn} />
            <SaidAfterwards feedback={shown.feedback} />
          </>
        )}
      </Loaded>
      {post && over && <Thank postId={postId} thanks={post.thanks} onDone={reload} />}
      {post && (
        <ExportButton
          words="值班表（Excel）"
          icon="sheet"
          name={`${post.title}值班表.xlsx`}
          make={() => call('post.dutyList', { postId })}
        />
      )}
      {post?.state === 'published' && someAhead && (
        <LinkRow
          icon="edit"
          words="改时间、地点、名额"
          note="先看改了什么、会告诉谁，再存"
          onPress={() => go(routes.changePost({ postId }))}
        />
      )}
      {post && (
        <LinkRow
          icon="file"
          words="照这个再发一个"
          note="时间挪到以后，别的都一样"
          onPress={() => go(routes.publishPost({ from: postId }))}
        />
      )}
      {post?.state === 'published' && someAhead && (
        <CancelPost postId={postId} title={post.title} people={people} running={running} onDone={reload} />
      )}
    </Screen>
  )
}
