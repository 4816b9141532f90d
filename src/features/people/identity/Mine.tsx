import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Choice, type Option } from '../../../components/Choice'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { QrCode } from '../../../components/QrCode'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { memberCode } from './memberCode'
import { useCommand } from '../../../platform/query'
import { type LetterSize, useLetterSize } from '../../../platform/screen'
import { actFor, peopleOf } from './session'
import { endSession } from './endSession'
import { bereavedPart } from './bereaved'
import type { KnownActing } from './Known'
import { routes } from '../../../../core/shared/routes'

const sizes: readonly Option<LetterSize>[] = [
  { value: 'auto', words: '跟微信里一样大' },
  { value: 'normal', words: '标准字' },
  { value: 'large', words: '大字' },
]

const MyCode = ({ acting }: { acting: KnownActing }) => {
  const [shown, setShown] = useState(false)
  const { person } = acting
  return (
    <Card title={person.name}>
      <View className="soft">
        {person.branchName}
        {person.groupName ? ` · ${person.groupName}` : ''}
      </View>
      {shown && <QrCode text={memberCode(person.memberId)} label={`${person.name}的签到码`} />}
      {shown && <View>请支部书记扫一扫，就签到了。</View>}
      <Button icon="qr" onPress={() => setShown(!shown)}>
        {shown ? '收起我的码' : '出示我的签到码'}
      </Button>
    </Card>
  )
}

const WhoFor = ({ acting }: { acting: KnownActing }) => {
  const people = peopleOf(acting.me)
  if (people.length < 2) return null
  const own = acting.me.member?.memberId
  const options = people.map(person => ({
    value: person.memberId,
    words: person.memberId === own ? `${person.name}（我自己）` : person.name,
    hint: person.branchName,
  }))
  return <Choice label="现在给谁办事" options={options} value={acting.person.memberId} onChange={actFor} />
}

const Unbind = ({ acting }: { acting: KnownActing }) => {
  const unbind = useCommand('me.unbind')
  const press = async () => {
    const answer = await unbind.run({ memberId: acting.person.memberId })
    if (answer?.ok) await endSession()
  }
  return (
    <>
      {unbind.refusal && <Failure refusal={unbind.refusal} onSeen={unbind.forget} />}
      <Confirm
        question={`要让这部手机不再认得${acting.person.name}同志吗？`}
        explain="支部里的资料和记录都不会少，以后可以重新绑定。"
        yes="是，解除绑定"
        no="不，留着"
        onYes={press}
      >
        解除绑定
      </Confirm>
    </>
  )
}

/** 我的: who I am, my code, what I look after (`more`, other capabilities' parts), who I act for, my messages and data, the size of letters. */
export const Mine = ({ acting, more }: { acting: KnownActing; more?: ReactNode }) => {
  const [size, setSize] = useLetterSize()
  const { me } = acting
  const secretary = me.grants.some(grant => grant.role === 'secretary')
  const FamilyContact = bereavedPart()
  const near = me.grants.some(grant => grant.role === 'leader' || grant.role === 'liaison')
  return (
    <Screen tab="mine">
      <MyCode acting={acting} />
      {secretary && <LinkRow icon="desk" words="支部工作台" note="发通知、签到、名册" onPress={() => go(routes.desk())} />}
      {near && !secretary && (
        <LinkRow icon="desk" words="组里的求助" note="没人接的、已超时的，替老同志求助" onPress={() => go(routes.requestDesk())} />
      )}
      {near && !secretary && (
        <>
          <LinkRow icon="people" words="结对联系" note="谁联系谁，还有谁没人联系" onPress={() => go(routes.pairings())} />
          <LinkRow icon="help" words="安排看望" note="老同志生病住院、有困难" onPress={() => go(routes.raise())} />
        </>
      )}
      {more}
      {(near || secretary) && <LinkRow icon="steps" words="看望老同志" note="该我去看望谁、去过的" onPress={() => go(routes.visits())} />}
      {me.grants.some(grant => grant.role === 'street' || grant.role === 'bureau') && (
        <LinkRow icon="people" words="各级负责人" note="建街道和支部，给负责人邀请码" onPress={() => go(routes.officers())} />
      )}
      {me.grants.some(grant => grant.role === 'bureau') && (
        <LinkRow icon="calendar" words="走访日历" note="放假、调休和节日走访的日子" onPress={() => go(routes.calendar())} />
      )}
      <WhoFor acting={acting} />
      {me.actingFor.length > 0 && FamilyContact && <FamilyContact />}
      <LinkRow
        icon="bell"
        words="消息"
        note={me.unreadMessages > 0 ? `${me.unreadMessages} 条没看过` : '都看过了'}
        onPress={() => go(routes.inbox())}
      />
      <LinkRow icon="file" words="我的学习" note="读书、心得、今年的学时" onPress={() => go(routes.myStudy())} />
      <LinkRow icon="serve" words="我的服务" note="认领的岗位、服务时长、证书" onPress={() => go(routes.service())} />
      {me.member !== null && (
        <LinkRow icon="id-card" words="我的公开卡片" note="亮身份：我能帮什么、怎么找我" onPress={() => go(routes.myCard())} />
      )}
      {acting.person.memberId === me.member?.memberId && (
        <LinkRow icon="people" words="支部班子" note="书记和委员是谁，打电话找他们" onPress={() => go(routes.committee())} />
      )}
      <LinkRow icon="edit" words="提个建议" note="支部会答复您" onPress={() => go(routes.mySuggestions())} />
      {me.member !== null && <LinkRow icon="award" words="评选投票" note="推荐、投票、看结果" onPress={() => go(routes.votes())} />}
      <LinkRow icon="list" words="不记名测评" note="谁填了什么，谁也看不到" onPress={() => go(routes.surveys())} />
      <LinkRow icon="wallet" words="我的党费" note="每月交多少、交到哪个月" onPress={() => go(routes.myDues())} />
      <LinkRow icon="wallet" words="我的待遇" note="体检、报销、津贴办了没有" onPress={() => go(routes.myBenefits())} />
      <LinkRow icon="home" words="我的组织关系" note="在哪个支部，要不要外出" onPress={() => go(routes.belonging())} />
      <LinkRow icon="file" words="我的资料" note="看一看、改一改" onPress={() => go(routes.data())} />
      <LinkRow icon="people" words="家人代办" note="让家人帮您报名、签到" onPress={() => go(routes.family())} />
      <Choice label="字的大小" options={sizes} value={size} onChange={setSize} />
      <LinkRow icon="info" words="怎样保护您的资料" onPress={() => go(routes.privacy())} />
      <LinkRow icon="person-add" words="再绑定一位同志" note="替家里的老同志办事" onPress={() => go(routes.bind())} />
      <Unbind acting={acting} />
    </Screen>
  )
}
