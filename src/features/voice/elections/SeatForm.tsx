import { View } from '@tarojs/components'
import { useState } from 'react'
import { committeePosts, postWords, type CommitteePost } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { names, numberOf, type Election } from './words'

const options = committeePosts.map(value => ({ value, words: postWords[value] }))
const voted = (post: CommitteePost | undefined) => post === 'secretary' || post === 'deputy'

const Form = ({ election }: { election: Election }) => {
  const { electionId, elected, heldOn: from } = election
  const seat = useCommand('election.seat')
  const today = dateOf(now())
  const [heldOn, setHeldOn] = useState(today < from ? from : today)
  const [present, setPresent] = useState(String(elected.length))
  const [posts, setPosts] = useState<Record<string, CommitteePost>>({})
  const [votes, setVotes] = useState<Record<string, string>>({})
  const [documentNo, setDocumentNo] = useState('')
  const [done, setDone] = useState<'pending' | 'serving' | undefined>()
  if (done)
    return (
      <Screen main={<BigButton onPress={goBack}>知道了</BigButton>}>
        <Notice tone="good" big title={done === 'pending' ? '报上去了' : '登记好了'}>
          {done === 'pending' ? '上级批准以后，新班子才开始负责；批没批，会告诉您。' : '书记、副书记现在就能办支部的事。'}
        </Notice>
      </Screen>
    )
  const ready = elected.every(one => posts[one.memberId] !== undefined) && Object.values(posts).includes('secretary')
  const send = async () => {
    const answer = await seat.run({
      ...{ electionId, heldOn, present: numberOf(present) ?? 0 },
      posts: elected.flatMap(({ memberId }) => {
        const post = posts[memberId]
        const count = numberOf(votes[memberId] ?? '')
        return post === undefined ? [] : [{ memberId, post, ...(voted(post) && count !== undefined ? { votes: count } : {}) }]
      }),
      ...(documentNo.trim() === '' ? {} : { documentNo }),
    })
    if (answer?.ok) setDone(answer.data.state)
  }
  return (
    <Screen
      main={
        <BigButton icon="done" disabled={!ready} onPress={send}>
          {ready ? '记好，报上级' : '请给每位选好职务'}
        </BigButton>
      }
    >
      <Title>新班子第一次会议</Title>
      <View className="soft">{`当选的委员：${names(elected)}。书记、副书记由委员会选，要过半数。`}</View>
      {seat.refusal && <Failure refusal={seat.refusal} onSeen={seat.forget} />}
      <DateField label="哪一天开的" value={heldOn} onChange={setHeldOn} />
      <Field label="到会的新委员几位" value={present} onChange={setPresent} max={2} keyboard="number" />
      {elected.map(({ memberId, name }) => (
        <Card key={memberId} title={name}>
          <PickOne
            label={`${name}的职务`}
            options={options}
            value={posts[memberId]}
            onChange={post => setPosts({ ...posts, [memberId]: post })}
          />
          {voted(posts[memberId]) && (
            <Field
              label="赞成几票"
              value={votes[memberId] ?? ''}
              onChange={typed => setVotes({ ...votes, [memberId]: typed })}
              max={2}
              keyboard="number"
            />
          )}
        </Card>
      ))}
      <Field label="批复文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} />
    </Screen>
  )
}

/** 第一次会议: each one's post; secretary and deputy by more than half. */
export const SeatCommittee = ({ electionId }: { electionId: string }) => {
  const query = useQuery('election.get', { electionId })
  if (query.data?.may.includes('seat') === true || query.data?.seated) return <Form election={query.data} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => <Notice tone="info" title="等委员都选出来，再开第一次会议" />}
      </Loaded>
    </Screen>
  )
}
