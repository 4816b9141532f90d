import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { ShareButton } from '../../../components/OpenButtons'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { span } from '../../../components/times'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import type { Acting } from '../../people/public'
import { useShareCard } from '../../../platform/share'
import { askToTell } from '../../../platform/subscribe'
import { useRepeat, useVisible } from '../../../platform/visible'
import { ClaimOutcome } from './Claimed'
import { DayActs, dueNow, Served } from './DayActs'
import { Feedback } from './Feedback'
import { MyShift } from './MyShift'
import { cardTitle, isClaimable, leftOf, type Post } from './post'
import { postPicture } from './picture'
import { PostFacts } from './PostFacts'
import { ShiftChoice } from './ShiftChoice'
import { type Claim, useClaim } from './useClaim'
import { useDay } from './useDay'
import { useLiveCard } from './useLiveCard'
import { routes } from '../../../../core/shared/routes'

/** How often the places are looked up again while the page is in sight, ms. */
const LOOK_EVERY_MS = 10_000

interface Props {
  postId: string
  /** The organizer's code the page was opened with by a scanner. */
  scanned?: string | undefined
  acting: Acting
  /** Says which person it is shown for. */
  head: ReactNode
  /** Finds out who this is; goes on by itself when it is known. */
  join: (how: { why: string; onBack: (() => void) | undefined }) => ReactNode
}

const Offers = ({ post, claim }: { post: Post; claim: Claim }) => (
  <>
    {post.shifts.flatMap(shift =>
      shift.offers.map(({ fromMemberId, name }) => (
        <Card key={`${shift.shiftId}/${fromMemberId}`} edge="warn">
          <View className="strong">{name}来不了，想请人替一班</View>
          <Fact icon="clock">{span(shift.startsAt, shift.endsAt)}</Fact>
          <Button icon="swap" busy={claim.busy} about={name} onPress={() => claim.takeOver(shift.shiftId, fromMemberId)}>
            我来替
          </Button>
        </Card>
      )),
    )}
  </>
)

const Words = ({ post }: { post: Post }) => (
  <>
    {(post.bring !== '' || post.body !== '') && (
      <Card title="要做什么">
        {post.body !== '' && <View className="prose">{post.body}</View>}
        {post.bring !== '' && (
          <Fact icon="list" label="请带上">
            {post.bring}
          </Fact>
        )}
      </Card>
    )}
  </>
)

/**
 * A post's page, as its card in a chat opens it: for a newcomer too. One tap claims; the person is asked who they are only when that is not
 * known, and then the claim goes on by itself.
 */
export const PostScreen = ({ postId, scanned, acting, head, join }: Props) => {
  const { me, person, forMemberId } = acting
  const known = person !== undefined && me?.privacyAgreed === true
  const query = useQuery('post.get', { postId, ...forMemberId })
  const { data: post, reload } = query
  useRepeat(reload, LOOK_EVERY_MS, useVisible())

  const [chosen, setChosen] = useState<string | undefined>()
  const [wanted, setWanted] = useState<string | undefined>()
  const claim = useClaim(postId, forMemberId, reload)
  const day = useDay(postId, forMemberId, reload)
  const live = useLiveCard(postId, known && post?.may.includes('claim') === true && post.shifts.some(isClaimable))
  const card = {
    title: cardTitle(post?.title ?? '服务岗位', post ? leftOf(post) : 0),
    route: routes.post({ id: postId }),
    live,
    picture: post && postPicture(post),
  }
  useShareCard(card)

  const stranger = query.refusal?.code === 'UNAUTHENTICATED'
  useEffect(() => {
    if (known && stranger) void reload()
  }, [known, stranger, reload])
  const { claim: take } = claim
  useEffect(() => {
    if (!known || wanted === undefined) return
    setWanted(undefined)
    setChosen(undefined)
    void take(wanted)
  }, [known, wanted, take])

  const due = post && known ? dueNow(post, now()) : undefined
  const { byCode } = day
  const [used, setUsed] = useState(false)
  const arriving = scanned !== undefined && !used && due !== undefined && !due.leaving ? due.shift.shiftId : undefined
  useEffect(() => {
    if (arriving === undefined || scanned === undefined) return
    setUsed(true)
    void byCode(arriving, false, scanned)
  }, [arriving, scanned, byCode])

  if (!known && (me ?? acting.refusal) && (wanted !== undefined || stranger)) {
    const why = wanted === undefined ? '这个岗位给支部的同志看，先认识一下您' : '就差一步，名额就是您的'
    return <>{join({ why, onBack: wanted === undefined ? undefined : () => setWanted(undefined) })}</>
  }

  if (!post && query.refusal?.code === 'FORBIDDEN') {
    return (
      <Screen main={<BigButton onPress={() => go(routes.activities())}>看看我们支部的岗位</BigButton>}>
        {head}
        <Empty icon="serve" title="这个岗位只给别的支部或小组的同志" hint="您这边没有少什么。想参加的话，请给发卡片的同志打电话。" />
      </Screen>
    )
  }

  const claimable = post?.shifts.filter(isClaimable) ?? []
  const own = post?.shifts.filter(one => one.mine) ?? []
  const mine = [...own.filter(one => one.state !== 'over'), ...own.filter(one => one.state === 'over').reverse()]
  // Who holds nothing yet most likely means the next free one; who holds something chooses another on purpose.
  const likely = mine.length === 0 ? (claimable.find(shift => shift.state === 'open') ?? claimable[0]) : undefined
  const shift = claimable.find(one => one.shiftId === chosen) ?? likely
  const several = (post?.shifts.length ?? 0) > 1
  const want = async (shiftId: string) => {
    // First of all, while the tap is fresh; whatever is answered, the claim goes on.
    await askToTell(['place-is-yours', 'post-changed', 'place-offered'])
    if (known) {
      setChosen(undefined)
      await claim.claim(shiftId)
    } else setWanted(shiftId)
  }
  const act =
    claim.claimed !== undefined || day.served !== undefined ? undefined : post && due ? (
      <DayActs post={post} due={due} day={day} scanned={scanned} />
    ) : shift ? (
      <BigButton icon="serve" busy={claim.busy || wanted !== undefined} busyWords="正在认领…" onPress={() => want(shift.shiftId)}>
        {shift.state === 'full' ? '名额满了，排候补' : '我来'}
      </BigButton>
    ) : undefined
  const said = claim.claimed ?? claim.refusal ?? day.served
  // What became of a tap is told where the finger is, however far the page is scrolled.
  const main = post && (act ?? said) !== undefined && (
    <>
      <Served day={day} />
      <ClaimOutcome post={post} claim={claim} />
      {act}
    </>
  )
  return (
    <Screen main={main}>
      {head}
      <Loaded query={query}>
        {shown => (
          <>
            {shown.thanks !== null && mine.some(one => one.mine?.minutes !== undefined) && (
              <Card edge="good" title="谢谢您">
                <View className="prose">{shown.thanks}</View>
              </Card>
            )}
            {mine.length === 0 && <PostFacts post={shown} shift={several ? undefined : (shift ?? shown.shifts[0])} />}
            {mine.length > 0 && <Title>{shown.title}</Title>}
            <Many items={mine} keyOf={one => one.shiftId} step={3} unit="班">
              {one => one.mine && <MyShift post={shown} shift={one} mine={one.mine} forMemberId={forMemberId} onDone={reload} />}
            </Many>
            {mine.some(one => (one.mine?.minutes ?? 0) > 0 || one.mine?.signedInAt !== undefined) && (
              <Feedback post={shown} forMemberId={forMemberId} onDone={reload} />
            )}
            {mine.length > 0 && (shown.state === 'cancelled' || several) && <PostFacts post={shown} shift={undefined} />}
            {known && <Offers post={shown} claim={claim} />}
            {several && claimable.length > 0 && <ShiftChoice shifts={shown.shifts} value={shift?.shiftId} onChange={setChosen} />}
            <Words post={shown} />
            {shown.may.includes('change') && (
              <Button icon="desk" onPress={() => go(routes.runPost({ postId }))}>
                去工作台管理这个岗位
              </Button>
            )}
            {shown.state === 'published' && claimable.length > 0 && <ShareButton words="转发到微信群" card={card} />}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** Shown where a page was opened without saying which post. */
export const NoPost = () => (
  <Screen>
    <Empty
      icon="serve"
      title="没有找到这个岗位"
      hint="请回到活动页，看看有哪些服务岗位。"
      action={<Button onPress={() => go(routes.activities())}>看服务岗位</Button>}
    />
  </Screen>
)
