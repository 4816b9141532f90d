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
import { Unfold } from '../../../components/Unfold'
import { go } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../roster/FindPerson'
import { FindBranch, type FoundBranch } from './FindBranch'

/** The name of an organization that is not in this system. */
const Outside = ({ onDone }: { onDone: (name: string) => void }) => {
  const [name, setName] = useState('')
  return (
    <>
      <Field label="对方党组织的全称" value={name} onChange={setName} max={60} placeholder="例如：某某市某某区某某社区党支部" />
      <Button disabled={name.trim() === ''} onPress={() => onDone(name.trim())}>
        就转到这里
      </Button>
    </>
  )
}

interface Props {
  branchId: string
  /** Whose membership it is about, where a page before said it. */
  first?: { memberId: string; name: string } | undefined
}

/** 开介绍信: who goes, where to, and why. */
export const StartTransfer = ({ branchId, first }: Props) => {
  const [who, setWho] = useState(first)
  const [where, setWhere] = useState<FoundBranch | { outside: string } | undefined>()
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
          {where && 'outside' in where ? (
            <View>{`请把介绍信交给本人带去${where.outside}，${sayDate(dueOn)}前请对方寄回回执；收到了，在这里登记。本人也收到了消息。`}</View>
          ) : (
            <View>{`${where?.name ?? ''}的书记已经收到，请对方在${sayDate(dueOn)}前接收。本人也收到了消息。`}</View>
          )}
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
        <Unfold words="转到外地、不在这个系统里的组织" icon="home" kind="quiet">
          {() => <Outside onDone={outside => setWhere({ outside })} />}
        </Unfold>
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
      ...('outside' in where ? { toOutside: where.outside } : { toBranchId: where.branchId }),
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
        <View>{`转到${'outside' in where ? where.outside : where.name}`}</View>
        <View className="soft">{'outside' in where ? '不在这个系统里：收到对方的回执再登记' : where.under}</View>
        <Button kind="quiet" onPress={() => setWhere(undefined)}>
          换一个地方
        </Button>
      </Card>
      <Field label="为什么转" hint="比如：搬家，和儿女同住" value={reason} onChange={setReason} max={100} />
      <Field label="介绍信编号（没有就不填）" value={letterNo} onChange={setLetterNo} max={40} />
    </Screen>
  )
}
