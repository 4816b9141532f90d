import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/roster/date-words'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { CallMember } from '../roster/CallMember'

type One = Given<'membership.affiliates'>['items'][number]
type Person = Given<'membership.find'>['people'][number]

interface Changing {
  branchId: string
  onDone: (said: string) => Promise<unknown>
}

const TakeIn = ({ branchId, person, onDone }: Changing & { person: Person }) => {
  const take = useCommand('membership.affiliate')
  const press = async () => {
    const answer = await take.run({ branchId, memberId: person.memberId, reason: '挂靠参加活动' })
    if (answer?.ok) await onDone(`好了，${person.name}同志会收到本支部的通知`)
  }
  return (
    <Card title={person.name}>
      <View>{`组织关系在${person.homeName}`}</View>
      {take.refusal && <Failure refusal={take.refusal} onSeen={take.forget} />}
      <Button icon="person-add" onPress={press}>
        请来参加本支部的活动
      </Button>
    </Card>
  )
}

/** A member of another branch is found by name and telephone together: one knows both of those who ask to take part. */
const Add = ({ branchId, onDone }: Changing) => {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [people, setPeople] = useState<readonly Person[] | undefined>()
  const find = useCommand('membership.find')
  const press = async () => {
    const answer = await find.run({ branchId, name, phone })
    if (answer?.ok) setPeople(answer.data.people)
  }
  return (
    <Unfold words="请别的支部的党员来参加" icon="person-add">
      {close => (
        <>
          <Field label="姓名" value={name} onChange={setName} max={20} />
          <Field label="手机号" hint="和原支部名册上的一样，才找得到" value={phone} onChange={setPhone} max={30} keyboard="number" />
          {find.refusal && <Failure refusal={find.refusal} onSeen={find.forget} />}
          <Button disabled={name.trim() === '' || phone.trim() === ''} onPress={press}>
            找这位同志
          </Button>
          {people?.length === 0 && <View>没有找到。请核对姓名和手机号，或者请原支部书记看看名册。</View>}
          {people?.map(person => (
            <TakeIn key={person.memberId} branchId={branchId} person={person} onDone={onDone} />
          ))}
          <Button kind="quiet" onPress={close}>
            不找了
          </Button>
        </>
      )}
    </Unfold>
  )
}

const Row = ({ one, branchId, may, onDone }: Changing & { one: One; may: boolean }) => {
  const leave = useCommand('membership.leave')
  const press = async () => {
    const answer = await leave.run({ branchId, memberId: one.memberId })
    if (answer?.ok) await onDone(`${one.name}同志不再参加本支部的活动`)
  }
  return (
    <Card title={one.name}>
      <View>{`组织关系在${one.homeName}`}</View>
      <View className="soft small">
        {[one.since === null ? '' : `${sayDate(one.since)}起`, one.reason ?? ''].filter(Boolean).join(' · ')}
      </View>
      <CallMember memberId={one.memberId} name={one.name} />
      {leave.refusal && <Failure refusal={leave.refusal} onSeen={leave.forget} />}
      {may && (
        <Confirm
          kind="quiet"
          question={`${one.name}同志不再参加本支部的活动吗？`}
          explain="本支部的通知就不再发过去；以前参加过的都留着。"
          yes="是，不参加了"
          no="还参加"
          onYes={press}
        >
          不再参加
        </Confirm>
      )}
    </Card>
  )
}

/** 挂靠的党员: those who take part in the branch and belong elsewhere. */
export const Affiliates = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const query = useQuery('membership.affiliates', { branchId })
  const { items, more, refusal } = usePages(query, cursor => call('membership.affiliates', { branchId, cursor }))
  const [done, setDone] = useState<string | undefined>()
  const changed = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  return (
    <Screen wide>
      <View>
        <Title>也来参加活动的党员</Title>
        <View className="soft">{`组织关系在别处，也参加${branchName}的活动。党费和表决不在这里。`}</View>
      </View>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      <Loaded query={query} cards={2}>
        {({ may }) => (
          <View className="stack">
            {may.includes('affiliate') && <Add key={done} branchId={branchId} onDone={changed} />}
            {items.length === 0 && <Empty icon="people" title="现在没有" hint="住在附近、组织关系在别处的老同志，可以请来一起参加。" />}
            <SideBySide>
              {items.map(one => (
                <Row key={one.memberId} one={one} branchId={branchId} may={may.includes('leave')} onDone={changed} />
              ))}
            </SideBySide>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看后面的</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
