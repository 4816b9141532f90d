import { View } from '@tarojs/components'
import { useState } from 'react'
import type { wordKinds } from '../../../../core/life/reviews/contract'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Unfold } from '../../../components/Unfold'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { type Named, PersonField } from '../records/PersonField'
import type { StepProps } from './desk-props'
import { nothingSaid, sentOf } from './WordFields'
import { WordCard } from './WordCard'
import { WordForm } from './WordForm'

type Kind = (typeof wordKinds)[number]

const emptyWords: Readonly<Record<Kind, { title: string; hint: string }>> = {
  self: { title: '还没有人写自评', hint: '同志们在手机上写几句、说几句；不方便的由书记替他们记。' },
  mutual: { title: '还没有互评', hint: '可以在手机上说，也可以在会上当面说。' },
  opinion: { title: '还没有人提意见', hint: '同志们和家属在手机上说，也可以由书记替他们记。' },
}

/** What was heard by phone or at the door, written down for a member who cannot. */
const SayFor = ({ review, kind, onSaid }: { review: StepProps['review']; kind: 'self' | 'opinion'; onSaid: () => Promise<void> }) => {
  const [member, setMember] = useState<Named | null>(null)
  const { activityId } = review
  return (
    <View className="stack">
      <PersonField label="替哪位同志记" people={review.people} value={member} onChange={setMember} />
      {member && (
        <WordForm
          key={member.memberId}
          draftKey={`review/${activityId}/${kind}/for/${member.memberId}`}
          label={`${member.name}说的`}
          placeholder="照他说的记"
          first={nothingSaid}
          send="记下来"
          sent={`替${member.name}记好了`}
          onSend={async said => {
            const answer = await call('review.sayFor', { activityId, memberId: member.memberId, kind, ...sentOf(said) })
            if (answer.ok) await onSaid()
            return answer
          }}
        />
      )}
    </View>
  )
}

/** Those who have not reviewed themselves, and one gentle word to them. */
const Missing = ({ review }: { review: StepProps['review'] }) => {
  const remind = useCommand('review.remind')
  const [told, setTold] = useState<number | undefined>()
  const missing = review.people.filter(one => one.standing !== 'affiliate' && !one.wrote)
  const press = async () => {
    const answer = await remind.run({ activityId: review.activityId })
    if (answer?.ok) setTold(answer.data.told)
  }
  if (missing.length === 0) return null
  return (
    <View className="stack">
      <Fold title={`还没写的 ${String(missing.length)} 位`}>
        {() => (
          <Many items={missing} keyOf={one => one.memberId} step={12}>
            {one => <ShortRow name={one.name} />}
          </Many>
        )}
      </Fold>
      {remind.refusal && <Failure refusal={remind.refusal} onSeen={remind.forget} />}
      {told !== undefined && (
        <Notice tone="good" title={`提醒了 ${String(told)} 位同志，一天只提醒一次`} onSeen={() => setTold(undefined)} />
      )}
      {review.keeps && review.closedAt === undefined && (
        <Button icon="bell" busyWords="正在提醒…" onPress={press}>
          {`提醒这 ${String(missing.length)} 位写一写`}
        </Button>
      )}
    </View>
  )
}

/** 听取意见, 个人自评 or 党员互评: what was written, and writing it down for those who cannot. */
export const WordsStep = ({ review, onChanged, kind }: StepProps & { kind: Kind }) => {
  const { activityId, keeps, closedAt } = review
  const query = useQuery('review.words', { activityId, kind })
  const { items, more, refusal } = usePages(query, cursor => call('review.words', { activityId, kind, cursor }))
  const said = async () => {
    await Promise.all([query.reload(), onChanged()])
  }
  return (
    <View className="stack">
      {kind === 'self' && <Missing review={review} />}
      {kind !== 'mutual' && keeps && closedAt === undefined && (
        <Unfold words="替一位同志记" icon="edit">
          {close => (
            <>
              <SayFor review={review} kind={kind} onSaid={said} />
              <Button kind="quiet" onPress={close}>
                收起
              </Button>
            </>
          )}
        </Unfold>
      )}
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="talk" {...emptyWords[kind]} />}
            {items.map(word => (
              <WordCard key={word.wordId} word={word} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </View>
  )
}
