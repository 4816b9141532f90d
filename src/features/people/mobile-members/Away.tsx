import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/roster/date-words'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { FindBranch, type FoundBranch } from '../memberships/FindBranch'

type Stay = NonNullable<Given<'mobile.get'>['away']>

interface FormProps {
  memberId: string
  stay: Stay | null
  /** Of the secretary: the branch whose member it is, who may name a branch there. */
  branchId: string | undefined
  onDone: (said: string) => Promise<unknown>
}

const Host = ({ orgId, host, onPick }: { orgId: string; host: string | undefined; onPick: (branch: FoundBranch) => void }) => (
  <Card title="那边的支部">
    <View>{host ?? '可以请那边的支部，让这位同志参加活动。组织关系不动。'}</View>
    <Unfold words={host === undefined ? '选一个支部' : '换一个支部'}>
      {close => (
        <>
          <FindBranch
            orgId={orgId}
            onPick={branch => {
              onPick(branch)
              close()
            }}
          />
          <Button kind="quiet" onPress={close}>
            不选了
          </Button>
        </>
      )}
    </Unfold>
  </Card>
)

const Form = ({ memberId, stay, branchId, onDone }: FormProps) => {
  const [from, setFrom] = useState(stay?.from ?? dateOf(now()))
  const [until, setUntil] = useState(stay?.until ?? '')
  const [where, setWhere] = useState(stay?.where ?? '')
  const [reach, setReach] = useState(stay?.reach ?? '')
  const [host, setHost] = useState(
    stay?.hostBranchId === undefined ? undefined : { branchId: stay.hostBranchId, name: stay.hostName ?? '' },
  )
  const set = useCommand('mobile.set')
  const press = async () => {
    const answer = await set.run({
      ...{ memberId, from, where, reach },
      ...(until === '' ? {} : { until }),
      ...(host === undefined ? {} : { hostBranchId: host.branchId }),
    })
    if (answer?.ok) await onDone('登记好了，一路平安')
  }
  return (
    <Screen
      main={
        <>
          {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
          <BigButton disabled={where.trim() === '' || reach.trim() === ''} onPress={press}>
            {stay === null ? '告诉支部' : '改好了'}
          </BigButton>
        </>
      }
    >
      <Field label="去哪里" hint="比如：深圳南山，女儿家" value={where} onChange={setWhere} max={60} />
      <Field label="怎么找得到" hint="那边的电话，或者家里人的电话" value={reach} onChange={setReach} max={60} />
      <DateField label="哪一天去" value={from} onChange={setFrom} />
      <DateField label="打算哪一天回来（说不准就不填）" value={until} onChange={setUntil} from={from} />
      {branchId !== undefined && <Host orgId={branchId} host={host?.name} onPick={setHost} />}
    </Screen>
  )
}

const Back = ({ memberId, onDone }: Pick<FormProps, 'memberId' | 'onDone'>) => {
  const end = useCommand('mobile.end')
  const press = async () => {
    const answer = await end.run({ memberId, on: dateOf(now()) })
    if (answer?.ok) await onDone('欢迎回来')
  }
  return (
    <>
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Confirm kind="secondary" question="已经回来了吗？" yes="是，回来了" no="还没有" onYes={press}>
        回来了
      </Confirm>
    </>
  )
}

/** 外出: where a member is and how to reach them, said by themselves, by family, or by their secretary. */
export const Away = ({ memberId, branchId }: { memberId: string; branchId?: string | undefined }) => {
  const query = useQuery('mobile.get', { memberId })
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState<string | undefined>()
  const saved = async (said: string) => {
    await query.reload()
    setDone(said)
    setChanging(false)
  }
  if (query.data && (changing || (query.data.away === null && done === undefined)))
    return <Form memberId={memberId} stay={query.data.away} branchId={branchId} onDone={saved} />
  return (
    <Screen>
      {done !== undefined && <Notice tone="good" title={done} />}
      <Loaded query={query}>
        {({ name, away }) => (
          <View className="stack">
            {away === null ? (
              <View>通知还和原来一样发给您。</View>
            ) : (
              <Card title={`${name}在外面`}>
                <View className="strong">{away.where}</View>
                <View>{away.reach}</View>
                <View className="soft">{`${sayDate(away.from)}起${away.until === undefined ? '' : `，打算${sayDate(away.until)}回来`}`}</View>
                {away.hostName !== undefined && <View>{`那边的支部：${away.hostName}`}</View>}
                <View className="soft">通知照样看，学习照样做；开会可以让书记打电话，电话参加也算到会。</View>
                <Back memberId={memberId} onDone={saved} />
                <Button icon="edit" onPress={() => setChanging(true)}>
                  改一改
                </Button>
              </Card>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
