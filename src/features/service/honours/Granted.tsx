import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import type { Honour } from './certificate'

const Withdraw = ({ honour, onDone }: { honour: Honour; onDone: () => Promise<unknown> }) => {
  const [reason, setReason] = useState('')
  const withdraw = useCommand('honour.withdraw')
  const press = async (close: () => void) => {
    const answer = await withdraw.run({ honourId: honour.honourId, reason })
    if (!answer?.ok) return
    close()
    await onDone()
  }
  return (
    <Unfold words="收回这项荣誉" icon="remove" kind="quiet">
      {close => (
        <>
          <View>收回以后，扫证书上的码会看到已经收回；记录还留着，本人会收到消息。</View>
          <Field label="为什么收回" value={reason} onChange={setReason} max={200} placeholder="例如：登记错了人" />
          {withdraw.refusal && <Failure refusal={withdraw.refusal} onSeen={withdraw.forget} />}
          <Button kind="danger" disabled={reason.trim() === ''} busyWords="正在收回…" onPress={() => press(close)}>
            收回
          </Button>
          <Button kind="quiet" onPress={close}>
            不收回
          </Button>
        </>
      )}
    </Unfold>
  )
}

interface Props {
  orgId: string
  year: number
  onBack: () => void
  onChanged: () => Promise<unknown>
}

/** The honours of a year as officers keep them: those withdrawn too, and taking one back. */
export const Granted = ({ orgId, year, onBack, onChanged }: Props) => {
  const query = useQuery('honour.list', { orgId, year })
  const { items, more, refusal } = usePages(query, cursor => call('honour.list', { orgId, year, cursor }))
  const changed = async () => {
    await Promise.all([query.reload(), onChanged()])
  }
  return (
    <Screen wide>
      <Title>{`${String(year)}年荣誉台账`}</Title>
      <Button icon="back" onPress={onBack}>
        回荣誉墙
      </Button>
      <Loaded query={query} cards={2}>
        {() => (
          <>
            {items.length === 0 && <Empty icon="award" title="这一年还没有授予荣誉" hint="授予和收回的都记在这里。" />}
            <SideBySide>
              {items.map(one => (
                <Card key={one.honourId} title={`${one.name}：${one.title}`}>
                  <View className="soft">{`${sayDay(one.on)} · ${one.orgName}`}</View>
                  {one.reason !== '' && <View>{one.reason}</View>}
                  {one.withdrawn && (
                    <>
                      <StateChip icon="stop" tone="warn" words={`${sayDay(dateOf(one.withdrawn.at))}收回了`} />
                      <View>{one.withdrawn.reason}</View>
                    </>
                  )}
                  {one.may.includes('withdraw') && <Withdraw honour={one} onDone={changed} />}
                </Card>
              ))}
            </SideBySide>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再往前看</Button>}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
