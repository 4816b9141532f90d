import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { FindBranch } from '../memberships/FindBranch'

type Tree = Given<'org.tree'>
interface Picked {
  orgId: string
  name: string
}

/** Any branch by its name, or what stands above and beside. */
const PickHost = ({ org, onPick }: { org: Tree['org']; onPick: (picked: Picked) => void }) => {
  const near = useQuery('org.tree', { orgId: org.parentId ?? org.orgId })
  return (
    <>
      <FindBranch orgId={org.orgId} onPick={({ branchId, name }) => onPick({ orgId: branchId, name })} />
      <Loaded query={near} cards={1}>
        {({ org: above, items }) => {
          const named = [above, ...items].filter(one => one.kind !== 'branch' && !one.closed)
          const pick = (orgId: string) => named.filter(one => one.orgId === orgId).forEach(onPick)
          return (
            <PickOne
              label="也可以挂靠在上级组织"
              options={named.map(one => ({ value: one.orgId, words: one.name }))}
              value={undefined}
              onChange={pick}
            />
          )
        }}
      </Loaded>
    </>
  )
}

/** 挂靠: which organization hosts the branch, from when and by which document; or, with a host, that it ends. */
export const HostForm = ({ tree: { org }, onDone }: { tree: Tree; onDone: () => void }) => {
  const host = useCommand('org.host')
  const [picked, setPicked] = useState<Picked | undefined>()
  const [on, setOn] = useState('')
  const [documentNo, setDocumentNo] = useState('')
  const [tried, setTried] = useState(false)
  const ends = org.hostId !== undefined
  const press = async () => {
    setTried(true)
    if (on === '' || (!ends && !picked)) return
    const hostId = ends ? null : (picked?.orgId ?? null)
    const answer = await host.run({ orgId: org.orgId, hostId, on, ...(documentNo.trim() === '' ? {} : { documentNo }) })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {host.refusal && <Failure refusal={host.refusal} onSeen={host.forget} />}
          <BigButton busyWords="正在存…" onPress={press}>
            {ends ? '不再挂靠' : '登记挂靠'}
          </BigButton>
        </>
      }
    >
      <Title>{ends ? `${org.name}不再挂靠在${org.hostName ?? '别处'}` : `${org.name}挂靠在哪里`}</Title>
      <Notice tone="info" title="只登记挂靠关系">
        <View>党员、职务和谁能看、谁能办，都和原来一样。</View>
      </Notice>
      {!ends &&
        (picked ? (
          <Card title={picked.name}>
            <Button kind="quiet" onPress={() => setPicked(undefined)}>
              换一个
            </Button>
          </Card>
        ) : (
          <>
            <PickHost org={org} onPick={setPicked} />
            {tried && <View className="danger">请先选挂靠在哪里</View>}
          </>
        ))}
      <DateField label="从哪一天起" value={on} onChange={setOn} error={tried && on === '' ? '请选日期' : undefined} />
      <Field label="文号（可以不填）" value={documentNo} onChange={setDocumentNo} max={60} placeholder="例如：长青街〔2026〕18号" />
      <Button icon="back" onPress={onDone}>
        不改了
      </Button>
    </Screen>
  )
}
