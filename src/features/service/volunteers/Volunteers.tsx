import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestKindWords } from '../../../../core/shared/request-kinds'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'

type Waiting = Given<'volunteer.waiting'>
type Offering = Waiting['waiting'][number]

interface Props {
  orgId: string
  onDone: (said: string) => Promise<unknown>
}

const howFar = (metres: number) => (metres < 1000 ? `${metres} 米` : `${(metres / 1000).toFixed(1)} 公里`)

const Facts = ({ kinds, maskedPhone, metres }: Offering) => (
  <>
    <Fact icon="help" label="能帮的忙">
      {kinds.length > 0 ? kinds.map(kind => requestKindWords[kind]).join('、') : '现在先不帮'}
    </Fact>
    {maskedPhone !== undefined && (
      <Fact icon="phone" label="手机号">
        {maskedPhone}
      </Fact>
    )}
    {metres !== undefined && <Fact icon="place">{`住得离这里 ${howFar(metres)}`}</Fact>}
  </>
)

const ToVouch = ({ one, orgId, onDone }: Props & { one: Offering }) => {
  const vouch = useCommand('volunteer.vouch')
  const press = async () => {
    const answer = await vouch.run({ orgId, volunteerId: one.memberId })
    if (answer?.ok) await onDone(`${one.name}核实好了`)
  }
  return (
    <Card title={one.name}>
      <Facts {...one} />
      {vouch.refusal && <Failure refusal={vouch.refusal} onSeen={vouch.forget} />}
      <Confirm
        icon="done"
        kind="secondary"
        question={`您认识${one.name}，信得过吗？`}
        explain="核实以后，附近老同志求助时就会问这位志愿者。接了单才看得到老同志的姓名、地址和电话。"
        yes="是，我认识，可以派单"
        no="先不"
        onYes={press}
      >
        核实
      </Confirm>
    </Card>
  )
}

const Vouched = ({ one, orgId, onDone }: Props & { one: Waiting['vouched'][number] }) => {
  const unvouch = useCommand('volunteer.unvouch')
  const press = async () => {
    const answer = await unvouch.run({ orgId, volunteerId: one.memberId })
    if (answer?.ok) await onDone(`不再给${one.name}派单了`)
  }
  return (
    <Card title={one.name}>
      <Facts {...one} />
      <View className="soft">{`${moment(one.at)}由${one.by}核实`}</View>
      {unvouch.refusal && <Failure refusal={unvouch.refusal} onSeen={unvouch.forget} />}
      <Confirm question={`不再给${one.name}派单吗？`} explain="正在办的求助会马上换人。" yes="是，不再派单" no="不，照旧" onYes={press}>
        取消核实
      </Confirm>
    </Card>
  )
}

/** Volunteers who registered by themselves: an officer who knows them says so, before elders' calls reach them. */
export const Volunteers = ({ orgId, onChange }: { orgId: string; onChange?: (() => void) | undefined }) => {
  const query = useQuery('volunteer.waiting', { orgId })
  const [said, setSaid] = useState('')
  const done = async (words: string) => {
    await query.reload()
    setSaid(words)
  }
  return (
    <Screen>
      {said !== '' && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
      <View>自己报名来帮忙、不在名册上的人，先由您当面核实，再派单给他们。名册上的同志不用核实。</View>
      <Loaded query={query} cards={2}>
        {({ waiting, vouched }) => (
          <View className="stack">
            {waiting.length === 0 && <Empty icon="people" title="没有等核实的志愿者" hint="有人报名来帮忙，会列在这里。" />}
            {waiting.map(one => (
              <ToVouch key={one.memberId} one={one} orgId={orgId} onDone={done} />
            ))}
            {vouched.length > 0 && <Title>已经核实的</Title>}
            {vouched.map(one => (
              <Vouched key={one.memberId} one={one} orgId={orgId} onDone={done} />
            ))}
          </View>
        )}
      </Loaded>
      {onChange && (
        <Button kind="quiet" onPress={onChange}>
          看别处的
        </Button>
      )}
    </Screen>
  )
}
