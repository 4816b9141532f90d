import { View } from '@tarojs/components'
import { useState } from 'react'
import { Beside } from '../../../components/Beside'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Skeleton } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { SearchBox } from '../../../components/SearchBox'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useWide } from '../../../platform/wide'
import { Duplicates } from '../duplicates/Duplicates'
import { type BranchMember, useBranchMembers } from './branchMembers'
import { Departed } from './Departed'
import { type Facet, narrowed } from './narrowing'
import { Facets } from './Facets'
import { ByGroup, ByName } from './MemberLists'
import { Person } from './Person'
import { RosterTable } from './RosterTable'
import { routes } from '../../../../core/shared/routes'

type Way = 'name' | 'group'
const ways = [
  { value: 'name', words: '按姓名' },
  { value: 'group', words: '按党小组' },
] as const

const goImport = () => go(routes.import())

interface ListProps {
  members: readonly BranchMember[]
  complete: boolean
  branchId: string
}

/** In a wide window: the table, and the person chosen in it beside it. */
const Wide = ({ members, branchId }: ListProps) => {
  const [person, choose] = useState<string | undefined>()
  const none = <Empty icon="people" title="按一个名字" hint="登记的内容和要办的事，会出现在这里。" />
  return (
    <Beside chosen={person === undefined ? none : <Person key={person} memberId={person} branchId={branchId} />}>
      <RosterTable members={members} chosen={person} onOpen={choose} />
    </Beside>
  )
}

/** On a phone: by name, or folded by group; a search goes through all of them. */
const Narrow = ({ members, complete, searched }: ListProps & { searched: boolean }) => {
  const [way, setWay] = useState<Way>('name')
  const grouped = !searched && members.some(({ groupName }) => groupName !== undefined)
  return (
    <>
      {grouped && <Tabs options={ways} value={way} onChange={setWay} />}
      {grouped && way === 'group' ? <ByGroup members={members} /> : <ByName members={members} complete={complete} />}
    </>
  )
}

/** The roster of a branch: find a person by name, letter or group, ring them, narrow to those who need care. */
export const Roster = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<readonly Facet[]>([])
  const [departed, setDeparted] = useState(false)
  const wide = useWide()
  const found = narrowed(members, typed, chosen)
  const empty = complete && members.length === 0
  const list = { members: found, complete, branchId }
  return (
    <Screen
      wide={!empty}
      main={
        empty && (
          <BigButton icon="upload" onPress={goImport}>
            导入花名册
          </BigButton>
        )
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
          {!departed && <SearchBox stays label="输入名字找人" value={typed} onChange={setTyped} />}
          <Facets members={members} chosen={chosen} onChange={setChosen} departed={departed} onDeparted={setDeparted} />
          {!departed && !complete && <View className="soft">正在取名册，已取到 {members.length} 人…</View>}
          {!departed && complete && found.length < members.length && <View className="soft">找到 {found.length} 人</View>}
          {departed ? <Departed branchId={branchId} /> : wide ? <Wide {...list} /> : <Narrow {...list} searched={typed !== ''} />}
          <Button icon="upload" onPress={goImport}>
            导入花名册
          </Button>
          <ExportButton
            words="导出 Excel 花名册"
            icon="sheet"
            name={`花名册 ${branchName}.xlsx`}
            make={() => call('roster.export', { branchId })}
          />
          <Unfold words="找一找重复的资料" kind="quiet">
            {() => <Duplicates branchId={branchId} onChanged={reload} />}
          </Unfold>
        </>
      )}
    </Screen>
  )
}
