import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { choosePlace } from '../../../platform/place'
import { goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'

type Venue = NonNullable<Given<'card.point'>['point']>

const Form = ({ branchId, now }: { branchId: string; now: Venue | null }) => {
  const [name, setName] = useState(now?.name ?? '')
  const [phone, setPhone] = useState(now?.phone ?? '')
  const [point, setPoint] = useState(now?.point)
  const [saved, setSaved] = useState(false)
  const save = useCommand('card.setPoint')
  const press = async () => {
    const answer = await save.run({
      branchId,
      name,
      ...(point ? { point } : {}),
      ...(phone.trim() === '' ? {} : { phone }),
    })
    setSaved(answer?.ok === true)
  }
  const onMap = async () => {
    const place = await choosePlace()
    if (!place) return
    setPoint(place.point)
    if (name.trim() === '') setName(place.name)
  }
  if (saved)
    return (
      <Screen main={<BigButton onPress={goBack}>返回</BigButton>}>
        <Notice big tone="good" title="登记好了">
          <View>老同志的服务卡上现在就能看到。</View>
        </Notice>
      </Screen>
    )
  return (
    <Screen
      main={
        <BigButton busy={save.busy} disabled={name.trim() === ''} onPress={press}>
          登记
        </BigButton>
      }
    >
      <View className="soft">印在亲情服务卡上：附近没有别的服务点的老同志，看到的是这里。</View>
      <Field label="叫什么、在哪里" value={name} onChange={setName} max={40} placeholder="党群服务中心二楼" />
      <Field label="电话（可以不填）" value={phone} onChange={setPhone} max={20} keyboard="number" />
      {process.env.TARO_ENV === 'weapp' && (
        <Button icon="place" onPress={onMap}>
          {point ? '位置选好了，换一个' : '在地图上选位置'}
        </Button>
      )}
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
    </Screen>
  )
}

/** Where the branch receives people; it stands on the cards of those who have no point nearer. */
export const PointForm = ({ branchId }: { branchId: string }) => {
  const query = useQuery('card.point', { branchId })
  return query.data ? <Form branchId={branchId} now={query.data.point} /> : <Screen>{<Loaded query={query}>{() => null}</Loaded>}</Screen>
}
