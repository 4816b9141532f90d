import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/roster/date-words'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../roster/FindPerson'
import { FindBranch, type FoundBranch } from './FindBranch'

interface Props {
  branchId: string
  /** Whose membership it is about, where a page before said it. */
  first?: { memberId: string; name: string } | undefined
}

/** 开介绍信: who goes, where to, and why. */
export const StartTransfer = ({ branchId, first }: Props) => {
  const [who, setWho] = useState(first)
  const [where, setWhere] = useState<FoundBranch | undefined>()
  const [reason, setReason] = useState('')
  const [letterNo, setLetterNo] = useState('')
  const start = useCommand('transfer.start')
  const [dueOn, setDueOn] = useState<string | undefined>()

  if (who === undefined)
    return (
      <Screen>
        <View className="strong">转哪一位同志？</View>
        <FindPerson orgId={branchId} onPick={setWho} />
      </Screen>
    )
  if (dueOn !== undefined)
    return (
      <Screen main={<BigButton onPress={() => go(routes.transfers())}>看介绍信</BigButton>}>
        <Notice tone="good" title="介绍信已经开出">
          <View>{`${where?.name ?? ''}的书记已经收到，请对方在${sayDate(dueOn)}前接收。本人也收到了消息。`}</View>
        </Notice>
      </Screen>
    )
  if (where === undefined)
    return (
      <Screen>
        <Card title={who.name}>
          <View>转到哪个支部？</View>
        </Card>
        <FindBranch orgId={branchId} onPick={setWhere} />
        {first === undefined && (
          <Button kind="quiet" onPress={() => setWho(undefined)}>
            换一位同志
          </Button>
        )}
      </Screen>
    )
  const press = async () => {
    const answer = await start.run({
      memberId: who.memberId,
      toBranchId: where.branchId,
      reason,
      ...(letterNo.trim() === '' ? {} : { letterNo }),
    })
    if (answer?.ok) setDueOn(answer.data.dueOn)
  }
  return (
    <Screen
      main={
        <>
          {start.refusal && <Failure refusal={start.refusal} onSeen={start.forget} />}
          <BigButton disabled={reason.trim() === ''} onPress={press}>
            开出介绍信
          </BigButton>
        </>
      }
    >
      <Card title={who.name}>
        <View>{`转到${where.name}`}</View>
        <View className="soft">{where.under}</View>
        <Button kind="quiet" onPress={() => setWhere(undefined)}>
          换一个支部
        </Button>
      </Card>
      <Field label="为什么转" hint="比如：搬家，和儿女同住" value={reason} onChange={setReason} max={100} />
      <Field label="介绍信编号（没有就不填）" value={letterNo} onChange={setLetterNo} max={40} />
    </Screen>
  )
}
