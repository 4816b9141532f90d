import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../roster/FindPerson'
import { ActFields, groundsOf, noGrounds } from './ActFields'
import { sayCount } from './organization-words'

interface Picked {
  memberId: string
  name: string
}

/** 拆分: which groups and people of the branch become a branch of their own. */
export const SplitForm = ({ tree: { org, items }, onDone }: { tree: Given<'org.tree'>; onDone: () => void }) => {
  const split = useCommand('org.split')
  const [name, setName] = useState('')
  const [groupIds, setGroupIds] = useState<string[]>([])
  const [grounds, setGrounds] = useState(noGrounds)
  const [people, setPeople] = useState<Picked[]>([])
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  const none = groupIds.length === 0 && people.length === 0
  const groups = items.filter(one => one.kind === 'group' && !one.closed)
  const toggle = (id: string) => setGroupIds(had => (had.includes(id) ? had.filter(one => one !== id) : [...had, id]))
  const press = async () => {
    setTried(true)
    const said = groundsOf(grounds)
    if (!said || name.trim() === '' || none) return
    const memberIds = people.map(one => one.memberId)
    const answer = await split.run({ orgId: org.orgId, name, groupIds, memberIds, ...said })
    if (answer?.ok) onDone()
  }
  if (picking) {
    const pick = ({ memberId, name: called }: Picked) => {
      setPeople(had => (had.some(one => one.memberId === memberId) ? had : [...had, { memberId, name: called }]))
      setPicking(false)
    }
    return (
      <Screen>
        <Title>再请哪一位过去</Title>
        <FindPerson orgId={org.orgId} onPick={pick} />
        <Button kind="quiet" onPress={() => setPicking(false)}>
          不选了，返回
        </Button>
      </Screen>
    )
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
      <Notice tone="info" title="选中的党小组、同志连人带事一起过去">
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
        error={tried && none ? '请选党小组，或者选几位同志' : undefined}
      />
      <FieldFrame
        label={people.length > 0 ? `另外过去的同志（${String(people.length)} 位）` : '另外过去的同志（可以不选）'}
        hint="所在的党小组不过去，人过去"
      >
        <View className="stack">
          <Many items={people} keyOf={one => one.memberId} step={10}>
            {one => (
              <PersonRow
                name={one.name}
                action={
                  <View>
                    <Button
                      kind="quiet"
                      icon="remove"
                      about={one.name}
                      onPress={() => setPeople(had => had.filter(each => each.memberId !== one.memberId))}
                    >
                      不过去
                    </Button>
                  </View>
                }
              />
            )}
          </Many>
          <Button icon="person-add" onPress={() => setPicking(true)}>
            选一位同志
          </Button>
        </View>
      </FieldFrame>
      <ActFields value={grounds} onChange={setGrounds} tried={tried} />
      <Button icon="back" onPress={onDone}>
        不拆了
      </Button>
    </Screen>
  )
}
