import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { ActFields, groundsOf, noGrounds } from './ActFields'
import { sayCount } from './organization-words'

/** 拆分: which groups of the branch become a branch of their own. */
export const SplitForm = ({ tree: { org, items }, onDone }: { tree: Given<'org.tree'>; onDone: () => void }) => {
  const split = useCommand('org.split')
  const [name, setName] = useState('')
  const [groupIds, setGroupIds] = useState<string[]>([])
  const [grounds, setGrounds] = useState(noGrounds)
  const [tried, setTried] = useState(false)
  const groups = items.filter(one => one.kind === 'group' && !one.closed)
  const toggle = (id: string) => setGroupIds(had => (had.includes(id) ? had.filter(one => one !== id) : [...had, id]))
  const press = async () => {
    setTried(true)
    const said = groundsOf(grounds)
    if (!said || name.trim() === '' || groupIds.length === 0) return
    const answer = await split.run({ orgId: org.orgId, name, groupIds, ...said })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {split.refusal && <Failure refusal={split.refusal} onSeen={split.forget} />}
          <BigButton busyWords="正在拆分…" onPress={press}>
            拆出新支部
          </BigButton>
        </>
      }
    >
      <Title>{`从${org.name}拆出一个支部`}</Title>
      <Notice tone="info" title="选中的党小组连人带事一起过去">
        <View>求助、岗位、走访、结对都接着办；以前的签到表和记录留在原支部。新支部的书记，到各级负责人里邀请。</View>
      </Notice>
      <Field
        label="新支部的名称"
        value={name}
        onChange={setName}
        max={40}
        error={tried && name.trim() === '' ? '请填新支部的名称' : undefined}
      />
      <Chips
        label="哪些党小组过去"
        options={groups.map(one => ({ value: one.orgId, words: `${one.name}（${sayCount(one)}）` }))}
        chosen={groupIds}
        onPress={toggle}
        many
        error={tried && groupIds.length === 0 ? '请选党小组' : undefined}
      />
      <ActFields value={grounds} onChange={setGrounds} tried={tried} />
      <Button icon="back" onPress={onDone}>
        不拆了
      </Button>
    </Screen>
  )
}
