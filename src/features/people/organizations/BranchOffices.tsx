import { View } from '@tarojs/components'
import { useState } from 'react'
import { groupKinds } from '../../../../core/people/organizations/group-kinds'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import type { Option } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { sayAccount } from '../identity/Accounts'
import { useCommand } from '../../../platform/query'
import { InviteOfficer } from './InviteOfficer'
import { groupKindWords } from './organization-words'
import { type Office, Officers } from './Officers'
import { PickMember } from '../roster/PickMember'
import { useGroups } from './useGroups'

type GroupKind = keyof typeof groupKindWords
const groupKindOptions: readonly Option<GroupKind | 'usual'>[] = [
  { value: 'usual', words: '一般的党小组' },
  ...groupKinds.map(value => ({ value, words: `功能型：${groupKindWords[value]}` })),
]

const officeWords = { leader: '组长', liaison: '联络员' } as const

const NewGroup = ({ branchId, onMade }: { branchId: string; onMade: () => Promise<void> }) => {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [groupKind, setGroupKind] = useState<GroupKind | 'usual'>('usual')
  const create = useCommand('org.create')
  const press = async () => {
    const answer = await create.run({ orgId: branchId, kind: 'group', name, ...(groupKind === 'usual' ? {} : { groupKind }) })
    if (!answer?.ok) return
    setName('')
    setGroupKind('usual')
    setOpen(false)
    await onMade()
  }
  if (!open) {
    return (
      <BigButton icon="add" onPress={() => setOpen(true)}>
        加一个党小组
      </BigButton>
    )
  }
  return (
    <View className="stack">
      {create.refusal && <Failure refusal={create.refusal} />}
      <Field label="党小组的名称" value={name} onChange={setName} max={40} placeholder="例如：第五党小组" />
      <PickOne label="哪一种" options={groupKindOptions} value={groupKind} onChange={setGroupKind} />
      <BigButton disabled={name.trim() === ''} onPress={press}>
        加上
      </BigButton>
    </View>
  )
}

/** Who was named, and the accounts that act as them from now on with the office. */
interface Done {
  title: string
  name: string
  accounts: Given<'org.appoint'>['accounts']
}

/** 支部人员: the groups of a branch with their leaders and liaisons, and who is named instead. */
export const BranchOffices = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const { query, groups } = useGroups(branchId)
  const appoint = useCommand('org.appoint')
  const [picking, setPicking] = useState<Office | undefined>()
  const [inviting, setInviting] = useState<Office | undefined>()
  const [done, setDone] = useState<Done | undefined>()

  if (inviting) {
    return (
      <Screen>
        <Title>{inviting.orgName}</Title>
        <InviteOfficer {...inviting} onBack={() => setInviting(undefined)} />
      </Screen>
    )
  }

  if (picking) {
    const name = async (member: { memberId: string; name: string }) => {
      const answer = await appoint.run({ orgId: picking.orgId, memberId: member.memberId, role: picking.role })
      if (answer?.ok)
        setDone({
          title: `${member.name}是${picking.orgName}的${officeWords[picking.role]}了`,
          name: member.name,
          accounts: answer.data.accounts,
        })
      setPicking(undefined)
    }
    return (
      <PickMember
        branchId={branchId}
        title={`请谁当${picking.orgName}的${officeWords[picking.role]}？`}
        busy={appoint.busy}
        onPick={member => void name(member)}
        onBack={() => setPicking(undefined)}
        none={{
          words: '邀请不在花名册的同志',
          onPress: () => {
            setInviting(picking)
            setPicking(undefined)
          },
        }}
      />
    )
  }
  return (
    <Screen main={<NewGroup branchId={branchId} onMade={query.reload} />}>
      {done && (
        <Notice tone="good" title={done.title} onSeen={() => setDone(undefined)}>
          <View>
            {done.accounts.length === 0
              ? `${done.name}还没有绑定微信，请给一个邀请码。`
              : `${done.name}绑定了 ${String(done.accounts.length)} 个微信，请向本人核对：`}
          </View>
          {done.accounts.map(account => (
            <View key={account.accountRef}>· {sayAccount(account)}</View>
          ))}
        </Notice>
      )}
      {appoint.refusal && <Failure refusal={appoint.refusal} onSeen={appoint.forget} />}
      <Officers orgId={branchId} orgName={branchName} roles={['liaison']} onPick={setPicking} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {groups.length === 0 && (
              <Card>
                <View>还没有分党小组。分了组，每组有组长和联络员，老同志就知道找谁。</View>
              </Card>
            )}
            {groups.map(group => (
              <Officers key={group.orgId} orgId={group.orgId} orgName={group.name} roles={['leader', 'liaison']} onPick={setPicking} />
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
