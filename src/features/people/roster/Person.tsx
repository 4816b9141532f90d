import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { CallMember } from './CallMember'
import { Card } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Mourning } from '../../../components/Mourning'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { Duplicates } from '../duplicates/Duplicates'
import { Looks } from '../looks/Looks'
import { Correct } from './Correct'
import { MemberAccounts } from '../identity/Accounts'
import { MemberWaitingDoors } from '../identity/WaitingDoors'
import { relationWord } from '../identity/relations'
import { pronoun } from '../../../../core/people/names/pronoun'
import { routes } from '../../../../core/shared/routes'

type Full = Given<'roster.get'>

const Held = ({ person }: { person: Full }) => (
  <Card title="登记的内容">
    {person.held
      .filter(one => one.value !== '')
      .map(({ label, value }) => (
        <View key={label}>
          <View className="soft small">{label}</View>
          <View>{value}</View>
        </View>
      ))}
  </Card>
)

const Helpers = ({ helpers }: Pick<Full, 'helpers'>) => {
  if (helpers.length === 0) return null
  return (
    <Card title="家人代办">
      {helpers.map(({ name, relation }) => (
        <View key={`${name}${relation}`}>
          {name}（{relationWord(relation)}）
        </View>
      ))}
    </Card>
  )
}

/** A member who died: the row is kept, and nothing is offered but what is kept of them. */
const Gone = ({ person, diedOn }: { person: Full; diedOn: string }) => (
  <Mourning>
    <Card title={person.name}>
      <View>已故 {diedOn}</View>
      <Button onPress={() => go(routes.aftercare({ memberId: person.memberId }))}>善后要办的事</Button>
    </Card>
    <Held person={person} />
  </Mourning>
)

/** One person of the roster: call, invite, correct. */
export const Person = ({ memberId, branchId }: { memberId: string; branchId: string }) => {
  const query = useQuery('roster.get', { memberId })
  const [correcting, setCorrecting] = useState(false)
  const [saved, setSaved] = useState(false)
  const invite = (forFamily: boolean) => go(routes.invite({ memberId, name: query.data?.name, family: forFamily || undefined }))

  if (correcting && query.data) {
    const done = async (changed: boolean) => {
      if (changed) await query.reload()
      setSaved(changed)
      setCorrecting(false)
    }
    return <Correct person={query.data} branchId={branchId} onDone={done} />
  }
  return (
    <Screen
      main={
        query.data && !query.data.bound && query.data.diedOn === undefined ? (
          <BigButton icon="person-add" onPress={() => invite(false)}>
            给邀请码
          </BigButton>
        ) : undefined
      }
    >
      {saved && <Notice tone="good" title="改好了" onSeen={() => setSaved(false)} />}
      <Loaded query={query} cards={2}>
        {person =>
          person.diedOn !== undefined ? (
            <Gone person={person} diedOn={person.diedOn} />
          ) : (
            <View className="stack">
              <Card title={person.name}>
                <View className="soft">
                  {[person.age === undefined ? '' : `${person.age} 岁`, person.groupName ?? '没有分党小组'].filter(Boolean).join(' · ')}
                </View>
                <View>{person.bound ? '已经绑定微信' : '还没有绑定微信'}</View>
                <CallMember memberId={memberId} name={person.name} />
              </Card>
              <MemberWaitingDoors memberId={memberId} doors={person.waitingDoors} onOpened={query.reload} />
              <LinkRow icon="phone" words="联系记录" note="哪天打过电话、上过门" onPress={() => go(routes.carePerson({ memberId }))} />
              {person.bound && <LinkRow icon="person-add" words="再给一个邀请码" note="换了手机、微信时用" onPress={() => invite(false)} />}
              <LinkRow
                icon="help"
                words={`替${pronoun(person.gender)}求助`}
                note="本人不方便，您来说"
                onPress={() => go(routes.ask({ memberId, name: person.name }))}
              />
              <LinkRow
                icon="talk"
                words={`谁联系${pronoun(person.gender)}`}
                note="结对、换人、以前的"
                onPress={() => go(routes.elder({ memberId, name: person.name }))}
              />
              <LinkRow
                icon="swap"
                words="转组织关系"
                note="开介绍信，转到别处"
                onPress={() => go(routes.startTransfer({ memberId, name: person.name }))}
              />
              <LinkRow
                icon="book"
                words="送学上门"
                note="带书、带材料，一起学一课"
                onPress={() => go(routes.bring({ memberId, name: person.name }))}
              />
              <LinkRow
                icon="talk"
                words="请老同志一起谈谈"
                note="心里有事、闹了矛盾；只有被请到的看得到"
                onPress={() => go(routes.openCase({ memberId, name: person.name }))}
              />
              <LinkRow
                icon="star-full"
                words="荣誉"
                note="得过什么"
                onPress={() => go(routes.myHonours({ memberId, name: person.name }))}
              />
              <LinkRow icon="award" words="特长" note="会做什么，登进银发人才库" onPress={() => go(routes.talent({ memberId }))} />
              <LinkRow icon="home" words="外出住一段" note="去哪里、怎么找得到" onPress={() => go(routes.away({ memberId }))} />
              <LinkRow icon="id-card" words="亲情服务卡" onPress={() => go(routes.card({ memberId }))} />
              <LinkRow icon="people" words="邀请家人代办" note="要老同志本人同意" onPress={() => invite(true)} />
              <Held person={person} />
              <Helpers helpers={person.helpers} />
              {person.bound && person.may.includes('accounts') && (
                <Unfold words="看看绑定了哪些微信">
                  {() => <MemberAccounts memberId={memberId} name={person.name} onEnded={query.reload} />}
                </Unfold>
              )}
              <Button icon="edit" onPress={() => setCorrecting(true)}>
                改电话、住址、党小组
              </Button>
              <Unfold words={`谁看过${pronoun(person.gender)}的资料`} kind="quiet">
                {() => <Looks memberId={memberId} them={pronoun(person.gender)} />}
              </Unfold>
              <Unfold words="有两份资料？" kind="quiet">
                {() => <Duplicates branchId={branchId} memberId={memberId} onChanged={query.reload} />}
              </Unfold>
              <Button kind="quiet" onPress={() => go(routes.farewell({ memberId }))}>
                登记去世
              </Button>
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
