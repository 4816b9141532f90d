import { View } from '@tarojs/components'
import { useState } from 'react'
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
import { Duplicates } from '../duplicates/Duplicates'
import { useBranchMembers } from './branchMembers'
import { Departed } from './Departed'
import { type Facet, narrowed } from './facets'
import { Facets } from './Facets'
import { ByGroup, ByName } from './MemberLists'
import { routes } from '../../../../core/shared/routes'

type Way = 'name' | 'group'
const ways = [
  { value: 'name', words: '按姓名' },
  { value: 'group', words: '按党小组' },
] as const

const goImport = () => go(routes.import())

/** The roster of a branch: find a person by name, letter or group, ring them, narrow to those who need care. */
export const Roster = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<readonly Facet[]>([])
  const [departed, setDeparted] = useState(false)
  const [way, setWay] = useState<Way>('name')
  const found = narrowed(members, typed, chosen)
  const empty = complete && members.length === 0
  const grouped = members.some(({ groupName }) => groupName !== undefined)
  return (
    <Screen
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
          {departed ? (
            <Departed branchId={branchId} />
          ) : (
            <>
              {grouped && typed === '' && <Tabs options={ways} value={way} onChange={setWay} />}
              {!complete && <View className="soft">正在取名册，已取到 {members.length} 人…</View>}
              {complete && found.length < members.length && <View className="soft">找到 {found.length} 人</View>}
              {grouped && typed === '' && way === 'group' ? <ByGroup members={found} /> : <ByName members={found} complete={complete} />}
            </>
          )}
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
