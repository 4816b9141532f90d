import { View } from '@tarojs/components'
import { useState } from 'react'
import { committeePosts, type CommitteePost, postWords, singlePosts } from '../../../../core/people/committees/posts'
import { sayDate } from '../../../../core/people/roster/date-words'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button, IconButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { FindPerson } from '../roster/FindPerson'
import type { Data } from './words'

interface Chosen {
  memberId: string
  name: string
  post: CommitteePost
}

interface FormProps {
  orgId: string
  data: Data
}

const PickHolder = ({
  orgId,
  post,
  onPick,
  onBack,
}: {
  orgId: string
  post: CommitteePost
  onPick: (chosen: Chosen) => void
  onBack: () => void
}) => (
  <Screen>
    <Title>{`请谁当${postWords[post]}？`}</Title>
    <FindPerson orgId={orgId} onPick={({ memberId, name }) => onPick({ memberId, name, post })} />
    <Button kind="quiet" onPress={onBack}>
      不选了，返回
    </Button>
  </Screen>
)

/** Who holds which post, day and document; what becomes of it is said afterwards. */
const Form = ({ orgId, data: { orgName, rule, required, state, vacancies, term } }: FormProps) => {
  const record = useCommand('committee.record')
  const [kind, setKind] = useState<'term' | 'by-election'>(state === 'serving' && vacancies.length > 0 ? 'by-election' : 'term')
  const [heldOn, setHeldOn] = useState(dateOf(now()))
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [documentNo, setDocumentNo] = useState('')
  const [picking, setPicking] = useState<CommitteePost | undefined>()
  const [done, setDone] = useState<{ state: 'pending' | 'serving'; termEnds: string } | undefined>()
  const byElection = kind === 'by-election'
  if (done) {
    const waits = done.state === 'pending'
    return (
      <Screen main={<BigButton onPress={goBack}>知道了</BigButton>}>
        <Notice tone="good" big title={waits ? '报上去了' : '登记好了'}>
          {waits
            ? '上级批准以后，新班子才开始负责；批没批，会告诉您。'
            : `任期到${sayDate(done.termEnds)}。书记、副书记现在就能办支部的事。`}
        </Notice>
      </Screen>
    )
  }
  if (picking) {
    const pick = (one: Chosen) => {
      setChosen(before => [
        ...before.filter(other => !(other.post === one.post && (singlePosts.includes(one.post) || other.memberId === one.memberId))),
        one,
      ])
      setPicking(undefined)
    }
    return <PickHolder orgId={orgId} post={picking} onPick={pick} onBack={() => setPicking(undefined)} />
  }
  const send = async () => {
    const answer = await record.run({
      ...{ orgId, heldOn, members: chosen.map(({ memberId, post }) => ({ memberId, post })) },
      ...(documentNo.trim() === '' ? {} : { documentNo }),
      ...(byElection ? { byElection } : {}),
    })
    if (answer?.ok) setDone(answer.data)
  }
  return (
    <Screen
      main={
        <BigButton disabled={chosen.length === 0 || heldOn === ''} onPress={send}>
          {byElection ? '登记补选结果' : '登记这个班子'}
        </BigButton>
      }
    >
      <Title>{orgName}</Title>
      {record.refusal && <Failure refusal={record.refusal} onSeen={record.forget} />}
      {term && state === 'serving' && rule.elects && (
        <Choice
          label="这次是"
          options={[
            { value: 'term', words: '换届', hint: '选出新的一届班子' },
            { value: 'by-election', words: '补选', hint: '补上空缺，任期不变' },
          ]}
          value={kind}
          onChange={setKind}
        />
      )}
      <DateField label={rule.elects ? '哪一天选的' : '哪一天指定的'} value={heldOn} onChange={setHeldOn} />
      <View className="soft small">
        {required.committee
          ? `一般${String(required.min)}到${String(required.usualMost)}人，最多${String(required.max)}人；一位同志可以兼几个职务。`
          : '设书记一名，需要时设副书记一名。'}
      </View>
      {committeePosts.map(post => {
        const held = chosen.filter(one => one.post === post)
        const more = held.length === 0 || !singlePosts.includes(post)
        return (
          <View key={post} className="stack">
            {held.map(one => (
              <PersonRow
                key={one.memberId}
                name={one.name}
                note={postWords[post]}
                action={
                  <IconButton
                    icon="remove"
                    label={`拿掉：${postWords[post]}${one.name}`}
                    onPress={() => setChosen(before => before.filter(other => other !== one))}
                  />
                }
              />
            ))}
            {more && (
              <LinkRow
                icon="person-add"
                words={held.length === 0 ? postWords[post] : `再选一位${postWords[post]}`}
                {...(held.length === 0 ? { note: '按这里选人' } : {})}
                onPress={() => setPicking(post)}
              />
            )}
          </View>
        )
      })}
      <Field label="批复文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} placeholder="常党发〔2026〕10号" />
    </Screen>
  )
}

/** 登记班子: who was elected or appointed, from when. */
export const RecordCommittee = ({ orgId }: { orgId: string }) => {
  const query = useQuery('committee.get', { orgId })
  return query.data ? (
    <Form orgId={orgId} data={query.data} />
  ) : (
    <Screen>
      <Loaded query={query} cards={4}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
