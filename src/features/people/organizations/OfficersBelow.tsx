import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { MemberAccounts } from '../identity/Accounts'
import type { Role } from '../../../../core/shared/operation'
import { InviteOfficer } from './InviteOfficer'
import { NewOrganization } from './NewOrganization'
import { roleWords } from './Officers'

interface Organization {
  orgId: string
  orgName: string
}

const One = ({ officer: { memberId, name, role } }: { officer: Given<'org.get'>['officers'][number] }) => (
  <View className="stack">
    <View className="row">
      <View className="grow strong">{name}</View>
      <View className="soft">{roleWords[role]}</View>
    </View>
    <Button icon="person-add" onPress={() => go(routes.invite({ memberId, name }))}>
      {`给${name}邀请码`}
    </Button>
    <Unfold words="看看绑定了哪些微信" kind="quiet">
      {() => <MemberAccounts memberId={memberId} name={name} />}
    </Unfold>
  </View>
)

type Kind = Given<'org.get'>['kind']

/** The office over an organization of that kind, which the office above gives. */
const officeOver: Readonly<Partial<Record<Kind, Role>>> = {
  committee: 'bureau',
  organ: 'bureau',
  street: 'street',
  community: 'street',
  branch: 'secretary',
}

interface OfficersProps extends Organization {
  kind: Kind
  title?: string
}

/** The officers of one organization that the office above looks after: a branch's secretaries, a street's workers. */
const Officers = ({ orgId, orgName, kind, title = orgName }: OfficersProps) => {
  const query = useQuery('org.get', { orgId })
  const office = officeOver[kind]
  return (
    <View className="stack">
      <Card title={title}>
        <Loaded query={query} cards={1}>
          {({ officers }) => {
            const above = officers.filter(({ role }) => role === office)
            return (
              <View className="stack">
                {above.length === 0 && <View className="soft">还没有定负责人</View>}
                {above.map(officer => (
                  <One key={`${officer.memberId}${officer.role}`} officer={officer} />
                ))}
              </View>
            )
          }}
        </Loaded>
      </Card>
      {office && (
        <Unfold words="邀请不在花名册的同志" icon="person-add">
          {close => {
            const back = () => {
              close()
              void query.reload()
            }
            return <InviteOfficer orgId={orgId} orgName={orgName} role={office} onBack={back} />
          }}
        </Unfold>
      )}
    </View>
  )
}

/** What stands directly below an organization, each opened by a press, down to the branches; and what is added there. */
const Below = ({ orgId, kind }: Pick<Organization, 'orgId'> & { kind: Kind }) => {
  const query = useQuery('org.children', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('org.children', { orgId, cursor }))
  return (
    <Loaded query={query} cards={2}>
      {() => (
        <View className="stack">
          {items
            .filter(one => one.kind !== 'group' && !one.closed)
            .map(one => (
              <Unfold key={one.orgId} words={one.name}>
                {() => (
                  <View className="stack">
                    <Officers orgId={one.orgId} orgName={one.name} kind={one.kind} />
                    {one.kind !== 'branch' && <Below orgId={one.orgId} kind={one.kind} />}
                  </View>
                )}
              </Unfold>
            ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
          <NewOrganization orgId={orgId} kind={kind} onMade={query.reload} />
        </View>
      )}
    </Loaded>
  )
}

/** 各级负责人: an officer is bound to WeChat by the office above; here it makes the places, and gives the codes. */
export const OfficersBelow = ({ orgId, orgName, bureau }: Organization & { bureau: boolean }) => {
  const query = useQuery('org.get', { orgId })
  return (
    <Screen>
      <Notice tone="info" title="担任职务的同志，由上级给邀请码">
        <View>手机号绑定不了他们。换了手机、换了微信，也由您再给一个邀请码。</View>
      </Notice>
      <Title>{orgName}</Title>
      <Loaded query={query} cards={2}>
        {({ kind }) => (
          <View className="stack">
            {/* The bureau, which is above all, names its own too. */}
            {bureau && <Officers orgId={orgId} orgName={orgName} kind={kind} title="老干部局的同志" />}
            <Below orgId={orgId} kind={kind} />
          </View>
        )}
      </Loaded>
      <LinkRow
        icon="people"
        words="组织"
        note="一级一级看，各有多少党员；合并、拆分支部"
        onPress={() => go(routes.organization({ orgId, name: orgName }))}
      />
      <LinkRow
        icon="file"
        words="规定"
        note="任期、人数、期限按哪个文件办"
        onPress={() => go(routes.regulations({ orgId, name: orgName }))}
      />
      <LinkRow
        icon="swap"
        words="组织关系接转"
        note="谁在转、哪一封超时了"
        onPress={() => go(routes.transfers({ orgId, name: orgName }))}
      />
      <LinkRow icon="award" words="荣誉" note="授予、荣誉墙、台账" onPress={() => go(routes.honours({ orgId, name: orgName }))} />
      <LinkRow
        icon="hand"
        words="共建承诺"
        note="共建单位办了多少、哪些过期"
        onPress={() => go(routes.pledges({ orgId, name: orgName }))}
      />
      <LinkRow
        icon="star-full"
        words="银发人才"
        note="谁会什么，请不请得动；顾问组"
        onPress={() => go(routes.talents({ orgId, name: orgName }))}
      />
      <LinkRow icon="edit" words="支部书记述职" note="谁交了、评了什么等次" onPress={() => go(routes.debriefs({ orgId, name: orgName }))} />
      <LinkRow
        icon="steps"
        words="整改清单"
        note="问题、目标、谁负责，哪些过了日子"
        onPress={() => go(routes.remedies({ orgId, name: orgName }))}
      />
      <LinkRow icon="star" words="品牌和项目" note="各支部的品牌和项目" onPress={() => go(routes.brandGallery())} />
      <LinkRow icon="place" words="老党员之家" note="“十有”做到了几项" onPress={() => go(routes.partyHomes({ orgId, name: orgName }))} />
      <LinkRow icon="home" words="在外的党员" note="在哪里、怎么找得到" onPress={() => go(routes.mobile({ orgId, name: orgName }))} />
    </Screen>
  )
}
