import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../../components/Button'
import { FaultLine } from '../../../../components/FaultLine'
import { KeptDraft } from '../../../../components/KeptDraft'
import { Empty, Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { type Place, PlaceField, useUsualPlaces } from '../../../life/public'
import { Screen } from '../../../../components/Screen'
import type { Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useDraft } from '../../../../platform/draft'
import { texts } from '../../../../platform/shape'
import { goBack } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { toTop } from '../../../../platform/screen'
import type { Post } from '../post'
import { CancelShift } from './CancelPost'
import { StillClashing } from './Clashes'
import { differences } from './postChange'
import { MoreFields, TitleField } from './PostFields'
import { faultsOf, formOf, isAhead, type PostFaults, slotsOf, slotsText } from './postForm'
import { Review } from './Review'
import { Slots } from './Slots'

type Holders = Given<'post.holders'>['shifts']
type Done = Given<'post.change'>

interface FormProps {
  post: Post
  holders: Holders
  usual: readonly Place[]
  /** Fetches both again, after a shift was called off. */
  reload: () => Promise<unknown>
  onDone: (done: Done) => void
}

const ChangeForm = ({ post, holders, usual, reload, onDone }: FormProps) => {
  const { postId } = post
  const [first] = useState(() => formOf(post, now()))
  const begun = { ...first, reason: '' }
  const { draft, change, done } = useDraft(`post-change/${postId}`, texts(begun), begun)
  const [kept, setKept] = useState(() => differences(first, draft).length > 0)
  const [faults, setFaults] = useState<PostFaults>({})
  const [reviewing, review] = useState(false)
  const known = new Set(slotsOf(first.slots).map(slot => slot.shiftId))
  // A shift that began or was called off since the form was begun is no longer part of it.
  const slots = slotsOf(draft.slots).filter(slot => slot.shiftId === '' || known.has(slot.shiftId))
  const form = { ...draft, slots: slotsText(slots) }
  const said = differences(first, form)

  const look = () => {
    const { deadline, slots: times, ...wrong } = faultsOf(form, now())
    const asked = {
      ...wrong,
      // What was settled before and is not touched now is no fault; nor is a post without a shift ahead.
      ...(deadline && said.some(one => one.label === '认领截止') ? { deadline } : {}),
      ...(times && slots.length > 0 ? { slots: times } : {}),
    }
    setFaults(asked)
    if (Object.keys(asked).length > 0) return
    toTop()
    review(true)
  }
  const startOver = () => {
    done()
    setKept(false)
  }
  const saved = (answer: Done) => {
    done()
    onDone(answer)
  }
  if (reviewing) {
    return (
      <Review
        postId={postId}
        holders={holders}
        first={first}
        form={form}
        reason={draft.reason}
        onReason={reason => change({ reason })}
        onDone={saved}
        onBack={() => review(false)}
      />
    )
  }
  const about = { form, onChange: change, faults }
  const callOff = (shiftId: string) => {
    const shift = holders.find(one => one.shiftId === shiftId)
    if (!shift) return null
    const gone = async () => {
      await reload()
      change(before => ({ slots: slotsText(slotsOf(before.slots).filter(slot => slot.shiftId !== shiftId)) }))
    }
    return holders.filter(one => isAhead(one, now())).length > 1 ? (
      <CancelShift postId={postId} shift={shift} people={shift.holders.length} onDone={gone} />
    ) : null
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          <BigButton disabled={said.length === 0} onPress={look}>
            {said.length === 0 ? '还没有改动' : '看看改了什么'}
          </BigButton>
        </>
      }
    >
      {kept && <KeptDraft words="不要了，按现在的岗位来" onStartOver={startOver} />}
      <TitleField {...about} />
      <PlaceField value={draft} onChange={change} usual={usual} error={faults.placeName} />
      <Slots {...about} callOff={callOff} />
      <MoreFields {...about} />
      <View className="soft">做什么、谁可以来，发出以后不能改；要改请取消了另发一个。</View>
    </Screen>
  )
}

const saidDone = ({ notified, promoted, reset = 0, released = 0 }: Done): string =>
  [
    notified > 0 ? `已告诉 ${notified} 位同志。` : '没有人要特别告诉。',
    promoted > 0 ? `候补的 ${promoted} 位补上了，也告诉他们了。` : '',
    reset > 0 ? `原来签到的 ${reset} 位，已经请他们按新的时间重新签到。` : '',
    released > 0 ? `撞了班的 ${released} 位，已经替他们退了这一班，也告诉他们了。` : '',
    '群里的卡片会跟着变。',
  ].join('')

/** Changes a post that is out: the form of publishing, then what changed and who will be told, then it is saved. */
export const ChangePost = ({ postId }: { postId: string }) => {
  const query = useQuery('post.get', { postId })
  const holders = useQuery('post.holders', { postId })
  const usual = useUsualPlaces(query.data?.orgId ?? null)
  const [first, setFirst] = useState<Post | undefined>()
  const [done, setDone] = useState<Done | undefined>()
  // The form begins from the first fresh answer; a newer one must not take away what is being typed.
  if (!first && query.data && query.keptAt === undefined && usual) setFirst(query.data)
  if (done) {
    return (
      <Screen main={<BigButton onPress={goBack}>好，返回</BigButton>}>
        <Notice tone="good" title="已经改好">
          <View>{saidDone(done)}</View>
        </Notice>
        {done.clashes && <StillClashing clashes={done.clashes} />}
      </Screen>
    )
  }
  if (first && !first.may.includes('change')) {
    return (
      <Screen main={<BigButton onPress={goBack}>返回</BigButton>}>
        <Empty icon="serve" title="这个岗位由发它的支部来改" hint="有要改的地方，请给联系人打电话。" />
      </Screen>
    )
  }
  if (first?.state === 'cancelled') {
    return (
      <Screen main={<BigButton onPress={goBack}>返回</BigButton>}>
        <Notice tone="warn" title="这个岗位已经取消，不能再改" />
      </Screen>
    )
  }
  const reload = () => Promise.all([query.reload(), holders.reload()])
  return first && holders.data ? (
    <ChangeForm post={first} holders={holders.data.shifts} usual={usual ?? []} reload={reload} onDone={setDone} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
      {query.data && <Loaded query={holders}>{() => null}</Loaded>}
    </Screen>
  )
}
