import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import type { Relation } from '../../../../core/shared/relations'
import { relationOptions, relationWord } from './relations'
import { ShareButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { day, moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import type { KnownActing } from './Known'
import { FamilyMayList } from './FamilyMayList'
import { invitePicture } from './invitePicture'
import { routes } from '../../../../core/shared/routes'
import { groupCode } from '../../../../core/shared/typed-code'
import { useDraft } from '../../../platform/draft'
import { texts } from '../../../platform/shape'

type Invitation = Given<'family.invite'>
type Helper = Given<'me.data'>['helpers'][number]

const HelperCard = ({ helper, onEnded }: { helper: Helper; onEnded: () => Promise<void> }) => {
  const end = useCommand('family.end')
  const press = async () => {
    const answer = await end.run({ bondId: helper.bondId })
    if (answer?.ok) await onEnded()
  }
  return (
    <Card title={helper.name}>
      <View className="soft">
        {relationWord(helper.relation)} · {day(helper.since)}起
      </View>
      <View>{helper.consent === 'self' ? '您自己同意的' : helper.consent}</View>
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Confirm
        question={`不再让${helper.name}代办了吗？`}
        explain="已经办过的事不会变；以后可以重新邀请。"
        yes="是，不再代办"
        no="不，继续"
        onYes={press}
      >
        不再请家人代办
      </Confirm>
    </Card>
  )
}

const first = { name: '' }

interface InviteFormProps {
  onInvited: (name: string, invitation: Invitation) => void
  onBack: () => void
}

const InviteForm = ({ onInvited, onBack }: InviteFormProps) => {
  const { draft, change, done } = useDraft('family-invite', texts(first), first)
  const { name } = draft
  const [relation, setRelation] = useState<Relation | undefined>()
  const invite = useCommand('family.invite')
  const press = async () => {
    if (!relation) return
    const answer = await invite.run({ name, relation })
    if (!answer?.ok) return
    done()
    onInvited(name.trim(), answer.data)
  }
  return (
    <Screen
      main={
        <>
          {invite.refusal && <Failure refusal={invite.refusal} />}
          <BigButton disabled={name.trim() === '' || !relation} onPress={press}>
            我同意，发邀请
          </BigButton>
        </>
      }
    >
      <Card title="我同意家人替我">
        <FamilyMayList />
      </Card>
      <Field label="家人的姓名" value={name} onChange={text => change({ name: text })} max={20} />
      <Choice label="是您的什么人" options={relationOptions} value={relation} onChange={setRelation} />
      <Button kind="quiet" onPress={onBack}>
        先不邀请
      </Button>
    </Screen>
  )
}

/** 家人代办: who may act for me, a new invitation, and the end of one. */
export const Family = ({ acting }: { acting: KnownActing }) => {
  const query = useQuery('me.data', acting.forMemberId)
  const [inviting, setInviting] = useState(false)
  const [given, setGiven] = useState<{ name: string; invitation: Invitation } | undefined>()
  const invitation = routes.bind({ invite: given?.invitation.inviteCode, as: 'family' })
  const card = {
    title: `${acting.person.name}请您帮忙代办支部的事`,
    route: invitation,
    picture: invitePicture('请家人帮忙代办', acting.person.name),
  }
  useShareCard(card)

  if (acting.forMemberId.forMemberId !== undefined) {
    return (
      <Screen>
        <Notice tone="info" title={`请${acting.person.name}同志本人来定`}>
          <View>让谁代办，要老同志自己在手机上同意，或者由支部书记登记。</View>
        </Notice>
      </Screen>
    )
  }
  if (inviting) {
    const invited = (name: string, invitation: Invitation) => {
      setGiven({ name, invitation })
      setInviting(false)
    }
    return <InviteForm onInvited={invited} onBack={() => setInviting(false)} />
  }
  return (
    <Screen main={<BigButton onPress={() => setInviting(true)}>邀请一位家人</BigButton>}>
      {given && (
        <Card title={`给${given.name}的邀请码`} edge="good">
          <View className="code-large">{groupCode(given.invitation.inviteCode)}</View>
          <View>请家人打开“常青365”，按“我有邀请码”，填上。到{moment(given.invitation.expiresAt)}为止，只能用一次。</View>
          <ShareButton words="用微信发给家人" card={card} />
        </Card>
      )}
      <Loaded query={query} cards={2}>
        {({ helpers }) =>
          helpers.length === 0 ? (
            <Empty icon="people" title="还没有家人代办" hint="眼睛不方便、手机用不惯的时候，可以请家人帮您按。" />
          ) : (
            <>
              {helpers.map(helper => (
                <HelperCard key={helper.bondId} helper={helper} onEnded={query.reload} />
              ))}
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
