import { View } from '@tarojs/components'
import { useState } from 'react'
import { gradeWords } from '../../../../core/life/reviews/grades'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { moment } from '../../../components/times'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import type { Named } from '../records/PersonField'
import { RemedyRows } from './RemedyRows'
import { Talks } from './Talks'
import { WordCard } from './WordCard'
import { nothingSaid, saidOf, sentOf } from './WordFields'
import { useWord, WordForm } from './WordForm'
import type { Mine } from './words'

interface Props {
  activityId: string
  mine: Mine
  memberId: string
  onChanged: () => Promise<void>
}

const FindColleague = ({ activityId, onPick }: { activityId: string; onPick: (colleague: Named) => void }) => {
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const query = useQuery('review.find', name === '' ? null : { activityId, name })
  return (
    <View className="stack">
      <SearchBox label="对哪位同志说，输入名字" value={typed} onChange={setTyped} />
      {query.data?.items.length === 0 && <View className="soft">没有这个名字，看看字有没有写错。</View>}
      {query.data?.items.map(one => (
        <PersonRow key={one.memberId} name={one.name} onPress={() => onPick(one)} />
      ))}
    </View>
  )
}

/** A word about a colleague, who is chosen first. */
const OfColleague = ({ activityId, mine, onChanged }: Omit<Props, 'memberId'>) => {
  const [about, setAbout] = useState<Named | null>(null)
  const before = mine.given.find(one => one.about?.memberId === about?.memberId)
  return (
    <View className="stack">
      {about ? (
        <Button icon="edit" onPress={() => setAbout(null)}>
          {`对${about.name}说，换一位`}
        </Button>
      ) : (
        <FindColleague activityId={activityId} onPick={setAbout} />
      )}
      {about && (
        <WordForm
          key={about.memberId}
          draftKey={`review/${activityId}/mutual/${about.memberId}`}
          label={`对${about.name}说的话`}
          placeholder="肯定好的，也提一点希望"
          first={saidOf(before ?? null)}
          send="交给支部"
          sent={`只有${about.name}和支部班子能看到`}
          onSend={async said => {
            const answer = await call('review.say', { activityId, aboutId: about.memberId, ...sentOf(said) })
            if (answer.ok) await onChanged()
            return answer
          }}
        />
      )}
    </View>
  )
}

/** What others said of the member, who they talk with, what they are to put right. */
const Concerning = ({ activityId, mine, memberId, onChanged }: Props) => (
  <>
    <Talks activityId={activityId} talks={mine.talks} mine={memberId} title="和我谈心的同志" closed={mine.closed} onChanged={onChanged} />
    {mine.received.length > 0 && (
      <Section title="同志们对我说的">
        {mine.received.map(word => (
          <WordCard key={word.wordId} word={word} />
        ))}
      </Section>
    )}
    {mine.remedies.length > 0 && (
      <Section title="要我改好的">
        <RemedyRows activityId={activityId} remedies={mine.remedies} onChanged={onChanged} />
      </Section>
    )}
  </>
)

const Head = ({ activityId, mine }: Pick<Props, 'activityId' | 'mine'>) => (
  <>
    <Title>{mine.title}</Title>
    <View className="soft words-whole">{moment(mine.startsAt)}</View>
    {mine.balloting && (
      <LinkRow icon="check" words="填民主测评" note="不记名，一人一张" onPress={() => go(routes.appraisalBallot({ activityId }))} />
    )}
    {mine.reads && (
      <LinkRow
        icon="steps"
        words="支部班子看全部"
        note="谈心、自评、互评、测评、整改"
        onPress={() => go(routes.reviewDesk({ activityId }))}
      />
    )}
  </>
)

/** While it is open: the self-review is the one act of the page. */
const Writing = (props: Props) => {
  const { activityId, mine, onChanged } = props
  const sending = (op: 'review.say' | 'review.opine') => async (said: Parameters<typeof sentOf>[0]) => {
    const answer = await call(op, { activityId, ...sentOf(said) })
    if (answer.ok) await onChanged()
    return answer
  }
  const { form, main } = useWord({
    draftKey: `review/${activityId}/self`,
    label: '自己这一年怎么样',
    placeholder: '学习、参加活动、发挥作用；还有哪里不足',
    first: saidOf(mine.self),
    send: mine.self ? '再交一次自评' : '把自评交给支部',
    sent: '交上了，只有您和支部班子能看到',
    onSend: sending('review.say'),
  })
  return (
    <Screen main={main}>
      <Head activityId={activityId} mine={mine} />
      <Section title="个人自评">{form}</Section>
      <Fold title="给支部提意见">
        {() => (
          <WordForm
            draftKey={`review/${activityId}/opinion`}
            label="对支部的意见"
            placeholder="哪里办得好，哪里要改"
            first={saidOf(mine.opinion)}
            send={mine.opinion ? '再交一次' : '交给支部'}
            sent="交上了，支部班子能看到"
            onSend={sending('review.opine')}
          />
        )}
      </Fold>
      <Fold title="互相说一说">{() => <OfColleague activityId={activityId} mine={mine} onChanged={onChanged} />}</Fold>
      <Concerning {...props} />
    </Screen>
  )
}

/** Once it is closed: the grade, and what was written. */
const Closed = (props: Props) => {
  const { activityId, mine } = props
  return (
    <Screen>
      <Head activityId={activityId} mine={mine} />
      {mine.grade === undefined ? (
        <Notice tone="info" title="这次已经办结了" />
      ) : (
        <Notice tone="good" title={`您的评议等次：${gradeWords[mine.grade]}`}>
          <View>只有您自己和支部班子能看到。</View>
        </Notice>
      )}
      {mine.self && (
        <Section title="我的自评">
          <WordCard word={mine.self} />
        </Section>
      )}
      <Concerning {...props} />
    </Screen>
  )
}

/** A member's own part of an 组织生活会 or 民主评议: what they write and say, and what concerns them; no other member's. */
export const MyReview = ({ activityId, memberId }: { activityId: string; memberId: string }) => {
  const query = useQuery('review.mine', { activityId })
  const mine = query.keptAt === undefined ? query.data : undefined
  if (mine) {
    const Part = mine.closed ? Closed : Writing
    return <Part activityId={activityId} mine={mine} memberId={memberId} onChanged={query.reload} />
  }
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}

/** What family may do for an elder here: tell the branch their opinion. */
export const OpinionFor = ({ activityId, forMemberId, name }: { activityId: string; forMemberId: string; name: string }) => {
  const { form, main } = useWord({
    draftKey: `review/${activityId}/opinion/${forMemberId}`,
    label: `${name}的意见`,
    placeholder: '照老同志的话写',
    first: nothingSaid,
    send: '交给支部',
    sent: '交上了，支部班子能看到',
    onSend: said => call('review.opine', { activityId, forMemberId, ...sentOf(said) }),
  })
  return (
    <Screen main={main}>
      <Title>给支部提意见</Title>
      <View className="soft">{`替${name}说：哪里办得好，哪里要改。自评和互评要本人来写。`}</View>
      {form}
    </Screen>
  )
}
