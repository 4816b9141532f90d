import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { ShareButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import type { Asked, Given } from '../../../platform/call'
import { copy } from '../../../platform/clipboard'
import { useCommand } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { relationOptions } from './relations'
import { spaced } from './spaced'
import './Invite.css'
import { routes } from '../../../../core/shared/routes'

type Invitation = Given<'roster.invite'>

const textOf = (forWhom: string, { inviteCode, expiresAt }: Invitation) =>
  `${forWhom}您好：请在微信里打开“常青365”，按“用邀请码绑定”，填邀请码 ${spaced(inviteCode)}。${moment(expiresAt)}以前有效，只能用一次。`

/** The code, large enough to be read aloud over the telephone. */
export const InviteCode = ({ forWhom, invitation }: { forWhom: string; invitation: Invitation }) => {
  const [copied, setCopied] = useState<boolean | undefined>()
  const { inviteCode, expiresAt } = invitation
  const card = { title: `请${forWhom}绑定“常青365”`, route: routes.bind({ invite: inviteCode }) }
  useShareCard(card)
  return (
    <View className="stack">
      <Card title={`${forWhom}的邀请码`}>
        <View className="invite-code">{spaced(inviteCode)}</View>
        <View>{moment(expiresAt)}以前有效，只能用一次。再要一个，这个就作废。</View>
      </Card>
      <ShareButton words="发给他，点开就能绑定" card={card} />
      <Button icon="file" onPress={async () => setCopied(await copy(textOf(forWhom, invitation)))}>
        复制一段话，自己去发
      </Button>
      {copied === true && <Notice tone="good" title="复制好了，到聊天里粘贴" onSeen={() => setCopied(undefined)} />}
      {copied === false && <Notice tone="warn" title="没有复制成，请照着念给他" onSeen={() => setCopied(undefined)} />}
    </View>
  )
}

interface Props {
  memberId: string
  name: string
}

/** A one-time code that binds a member's own WeChat. */
export const InviteMember = ({ memberId, name }: Props) => {
  const invite = useCommand('roster.invite')
  const [invitation, setInvitation] = useState<Invitation | undefined>()
  const press = async () => {
    const answer = await invite.run({ memberId })
    if (answer?.ok) setInvitation(answer.data)
  }
  if (invitation) {
    return (
      <Screen>
        <InviteCode forWhom={`${name}同志`} invitation={invitation} />
      </Screen>
    )
  }
  return (
    <Screen main={<BigButton onPress={press}>给一个邀请码</BigButton>}>
      <Card title={`请${name}同志绑定微信`}>
        <View>绑定以后，他就能在自己的微信里看通知、报名、签到。</View>
        <View>邀请码只能用一次，请直接发给本人，或者打电话念给他。</View>
      </Card>
      {invite.refusal && <Failure refusal={invite.refusal} />}
    </Screen>
  )
}

/** A one-time code for a family helper; how the elder agreed is written down. */
export const InviteFamily = ({ memberId, name }: Props) => {
  const invite = useCommand('family.inviteFor')
  const [helper, setHelper] = useState('')
  const [relation, setRelation] = useState<Asked<'family.inviteFor'>['relation'] | undefined>()
  const [consent, setConsent] = useState('')
  const [invitation, setInvitation] = useState<Invitation | undefined>()
  const ready = helper.trim() !== '' && relation !== undefined && consent.trim() !== ''
  const press = async () => {
    if (relation === undefined) return
    const answer = await invite.run({ memberId, name: helper, relation, consent })
    if (answer?.ok) setInvitation(answer.data)
  }
  if (invitation) {
    return (
      <Screen>
        <InviteCode forWhom={`${helper.trim()}（${name}同志的家人）`} invitation={invitation} />
      </Screen>
    )
  }
  return (
    <Screen
      main={
        <BigButton disabled={!ready} onPress={press}>
          给家人邀请码
        </BigButton>
      }
    >
      <Card title={`请家人替${name}同志代办`}>
        <View>家人可以替他报名、签到、请假，每一次都会记下是谁办的。一定要他本人同意。</View>
      </Card>
      {invite.refusal && <Failure refusal={invite.refusal} />}
      <Field label="家人的姓名" value={helper} onChange={setHelper} max={20} />
      <Choice label={`是${name}同志的`} options={relationOptions} value={relation} onChange={setRelation} />
      <Field label="他是怎么同意的" value={consent} onChange={setConsent} max={100} placeholder="例如：11月21日电话里说同意" />
    </Screen>
  )
}
