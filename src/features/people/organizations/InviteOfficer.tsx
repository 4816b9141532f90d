import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Role } from '../../../../core/shared/operation'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { sayAccount } from '../identity/Accounts'
import { InviteCode } from '../identity/Invite'

/** What the person will be, after the name of the organization. */
const postWords: Readonly<Record<Role, string>> = {
  secretary: '书记',
  leader: '组长',
  liaison: '联络员',
  street: '负责人',
  bureau: '负责人',
}

interface Props {
  orgId: string
  orgName: string
  role: Role
  onBack: () => void
}

/** What the one who invites has to look at: accounts that act as that officer already, and namesakes on the roster. */
const Doubts = ({ name, invited }: { name: string; invited: Given<'org.invite'> }) => (
  <>
    {invited.accounts.length > 0 && (
      <Notice tone="warn" title={`${name}已经绑定了 ${String(invited.accounts.length)} 个微信`}>
        {invited.accounts.map(account => (
          <View key={account.accountRef}>· {sayAccount(account)}</View>
        ))}
        <View>请向本人核对。如果这是另一位同名的同志，请回去写成“{name}（二）”。</View>
      </Notice>
    )}
    {invited.namesakes.length > 0 && (
      <Notice tone="warn" title={`支部里已经有一位${name}`}>
        <View>如果就是这位同志，请不要发这个邀请码，到花名册里去请；不是同一个人，就照样发。</View>
      </Notice>
    )}
  </>
)

/** 邀请不在花名册的同志: a one-time code that makes an officer of the person who binds with it. */
export const InviteOfficer = ({ orgId, orgName, role, onBack }: Props) => {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [invited, setInvited] = useState<Given<'org.invite'> | undefined>()
  const invite = useCommand('org.invite')
  const press = async () => {
    const answer = await invite.run({ orgId, role, name, phone })
    if (answer?.ok) setInvited(answer.data)
  }
  const said = name.trim()
  if (invited) {
    return (
      <View className="stack">
        <Doubts name={said} invited={invited} />
        <InviteCode forWhom={`${said}同志`} invitation={invited} as="officer" />
        <View className="soft">
          绑定以后，就是{orgName}的{postWords[role]}。
        </View>
        <Button kind="quiet" onPress={onBack}>
          好了，收起
        </Button>
      </View>
    )
  }
  return (
    <View className="stack">
      <View>
        请不在花名册的同志当{orgName}的{postWords[role]}。用邀请码绑定微信，就担任了。
      </View>
      <Field label="对方的姓名" value={name} onChange={setName} max={20} />
      <Field label="对方的手机号（可以不填）" value={phone} onChange={setPhone} max={30} keyboard="number" />
      {invite.refusal && <Failure refusal={invite.refusal} />}
      <Button icon="person-add" disabled={said === ''} onPress={press}>
        给邀请码
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不请了，返回
      </Button>
    </View>
  )
}
