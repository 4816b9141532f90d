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
import { useShareCard } from '../../../platform/share'
import { relationOptions } from './relations'
import './Invite.css'
import { pronoun } from '../../../../core/people/names/pronoun'
import { routes } from '../../../../core/shared/routes'
import { groupCode } from '../../../../core/shared/typed-code'
import { useDraft } from '../../../platform/draft'
import { texts } from '../../../platform/shape'
import { useCommand, useQuery } from '../../../platform/query'
import { FamilyMayList } from './FamilyMayList'
import { invitePicture } from './invitePicture'

type Invitation = Given<'roster.invite'>

const textOf = (forWhom: string, { inviteCode, expiresAt }: Invitation) =>
  `${forWhom}您好：请在微信里打开“常青365”，按“我有邀请码”，填 ${groupCode(inviteCode)}。${moment(expiresAt)}以前有效，只能用一次。`

/** The code, large enough to be read aloud over the telephone. */
export const InviteCode = ({ forWhom, invitation, as }: { forWhom: string; invitation: Invitation; as?: 'family' | 'officer' }) => {
  const [copied, setCopied] = useState<boolean | undefined>()
  const { inviteCode, expiresAt } = invitation
  const card = {
    title: `请${forWhom}绑定“常青365”`,
    route: routes.bind({ invite: inviteCode, as }),
    picture: invitePicture('请绑定“常青365”', forWhom),
  }
  useShareCard(card)
  return (
    <View className="stack">
      <Card title={`${forWhom}的邀请码`}>
        <View className="invite-code">{groupCode(inviteCode)}</View>
        <View>{moment(expiresAt)}以前有效，只能用一次。再要一个，这个就作废。</View>
      </Card>
      <ShareButton words="发给本人，点开一按就绑定" card={card} />
      <Button icon="file" onPress={async () => setCopied(await copy(textOf(forWhom, invitation)))}>
        复制一段话，自己去发
      </Button>
      {copied === true && <Notice tone="good" title="复制好了，到聊天里粘贴" onSeen={() => setCopied(undefined)} />}
      {copied === false && <Notice tone="warn" title="没有复制成，请照着念给对方" onSeen={() => setCopied(undefined)} />}
    </View>
  )
}

interface Props {
  memberId: string
  name: string
}

/** She or he, as the roster says of that member; the comrade until it has answered. */
const usePronoun = (memberId: string): string => pronoun(useQuery('roster.get', { memberId }).data?.gender)

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
        <View>绑定以后，就能在自己的微信里看通知、报名、签到。</View>
        <View>邀请码只能用一次，请直接发给本人，或者打电话念给本人。</View>
      </Card>
      {invite.refusal && <Failure refusal={invite.refusal} />}
    </Screen>
  )
}

const firstHelper = { helper: '', consent: '' }

/** A one-time code for a family helper; how the elder agreed is written down. */
export const InviteFamily = ({ memberId, name }: Props) => {
  const invite = useCommand('family.inviteFor')
  const { draft, change, done } = useDraft(`family-for/${memberId}`, texts(firstHelper), firstHelper)
  const [relation, setRelation] = useState<Asked<'family.inviteFor'>['relation'] | undefined>()
  const [given, setGiven] = useState<{ helper: string; invitation: Invitation } | undefined>()
  const them = usePronoun(memberId)
  const { helper, consent } = draft
  const ready = helper.trim() !== '' && relation !== undefined && consent.trim() !== ''
  const press = async () => {
    if (relation === undefined) return
    const answer = await invite.run({ memberId, name: helper, relation, consent })
    if (!answer?.ok) return
    setGiven({ helper: helper.trim(), invitation: answer.data })
    done()
  }
  if (given) {
    return (
      <Screen>
        <InviteCode forWhom={`${given.helper}（${name}同志的家人）`} invitation={given.invitation} as="family" />
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
        <View>
          要{name}同志本人同意，家人可以替{them}：
        </View>
        <FamilyMayList />
      </Card>
      {invite.refusal && <Failure refusal={invite.refusal} />}
      <Field label="家人的姓名" value={helper} onChange={text => change({ helper: text })} max={20} />
      <Choice label={`是${name}同志的`} options={relationOptions} value={relation} onChange={setRelation} />
      <Field
        label={`${name}同志是怎么同意的`}
        value={consent}
        onChange={text => change({ consent: text })}
        max={100}
        placeholder="例如：11月21日电话里说同意"
      />
    </Screen>
  )
}
