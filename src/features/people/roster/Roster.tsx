import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { CallMember } from './CallMember'
import { Card, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Icon } from '../../../components/Icon'
import { Empty, Skeleton } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Mourning } from '../../../components/Mourning'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { SearchBox } from '../../../components/SearchBox'
import { spoken } from '../../../components/spoken'
import { day } from '../../../components/times'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { Duplicates } from '../duplicates/Duplicates'
import { type BranchMember, useBranchMembers } from './branchMembers'
import { instantOf } from '../../../../core/shared/calendar'
import { aboutMember, type Facet, narrowed } from './facets'
import { FacetChip, Facets } from './Facets'
import './Roster.css'
import { routes } from '../../../../core/shared/routes'

const MemberRow = ({ member }: { member: BranchMember }) => {
  const { memberId, name, maskedPhone, bound } = member
  return (
    <Card>
      <View className="row member-open" hoverClass="card-pressed" onClick={() => openPerson(memberId)} {...spoken('button')}>
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="soft small">{aboutMember(member)}</View>
          <View className="soft small">
            {maskedPhone ?? '没有登记电话'}
            {bound ? '' : ' · 没绑定微信'}
          </View>
        </View>
        <Icon name="next" tone="soft" />
      </View>
      {maskedPhone !== undefined && <CallMember memberId={memberId} name={name} />}
    </Card>
  )
}

const openPerson = (memberId: string) => go(routes.person({ memberId }))

/** Those of the branch who died, kept apart from the living. */
const Departed = ({ branchId }: { branchId: string }) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId, true)
  return (
    <Mourning>
      {refusal && <Failure refusal={refusal} onRetry={reload} />}
      {!complete && members.length === 0 && !refusal && <Skeleton />}
      {complete && <View className="soft">{members.length === 0 ? '没有登记过' : `已故 ${members.length} 人`}</View>}
      <Many items={members} keyOf={member => member.memberId} step={20}>
        {({ memberId, name, diedOn, groupName }) => (
          <PersonRow
            name={name}
            note={[diedOn === undefined ? '已故' : `已故 ${day(instantOf(diedOn))}`, groupName ?? ''].filter(Boolean).join(' · ')}
            onPress={() => openPerson(memberId)}
          />
        )}
      </Many>
    </Mourning>
  )
}

const goImport = () => go(routes.import())

/** The roster of a branch: find a person, ring them, narrow to those who need care. */
export const Roster = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<readonly Facet[]>([])
  const [departed, setDeparted] = useState(false)
  const found = narrowed(members, typed, chosen)
  const empty = complete && members.length === 0
  return (
    <Screen
      main={
        <BigButton icon="upload" onPress={goImport}>
          导入花名册
        </BigButton>
      }
    >
      <Title>
        {branchName} {complete ? `${members.length} 人` : ''}
      </Title>
      {refusal && <Failure refusal={refusal} onRetry={reload} />}
      {members.length === 0 && !complete && !refusal && <Skeleton />}
      {empty && <Empty icon="people" title="这里会列出支部的党员" hint="请把花名册的 Excel 表导入进来，一次就好。" />}
      {members.length > 0 && (
        <>
          {!departed && (
            <>
              <SearchBox label="输入名字找人" value={typed} onChange={setTyped} />
              <Facets members={members} chosen={chosen} onChange={setChosen} />
            </>
          )}
          <View className="facets">
            <FacetChip words="已故" on={departed} onPress={() => setDeparted(!departed)} />
          </View>
          {departed ? (
            <Departed branchId={branchId} />
          ) : (
            <>
              <View className="soft">{complete ? `找到 ${found.length} 人` : `正在取名册，已取到 ${members.length} 人…`}</View>
              <Many items={found} keyOf={member => member.memberId} step={20}>
                {member => <MemberRow member={member} />}
              </Many>
            </>
          )}
          <Unfold words="找一找重复的资料" kind="quiet">
            {() => <Duplicates branchId={branchId} onChanged={reload} />}
          </Unfold>
          <ExportButton
            words="导出 Excel 花名册"
            icon="sheet"
            name={`花名册 ${branchName}.xlsx`}
            make={() => call('roster.export', { branchId })}
          />
        </>
      )}
    </Screen>
  )
}
