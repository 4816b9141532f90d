import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Failure } from '../../components/Failure'
import { Skeleton } from '../../components/Loaded'
import { Many } from '../../components/Many'
import { PickOne } from '../../components/PickOne'
import { PersonRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import { SearchBox } from '../../components/SearchBox'
import { useBranchMembers } from '../../platform/members'

interface Props {
  branches: readonly { orgId: string; orgName: string }[]
  onPick: (elder: { memberId: string; name: string }) => void
  onBack: () => void
}

const Names = ({ branchId, onPick }: { branchId: string; onPick: Props['onPick'] }) => {
  const { members, complete, code, reload } = useBranchMembers(branchId)
  const [typed, setTyped] = useState('')
  const found = members.filter(member => member.name.includes(typed.replace(/\s/g, '')))
  return (
    <>
      <SearchBox label="输入名字找人" value={typed} onChange={setTyped} />
      {code && <Failure code={code} onRetry={reload} />}
      {members.length === 0 && !complete && !code && <Skeleton />}
      {complete && found.length === 0 && <View className="soft">名册里没有这个名字，看看字有没有写错。</View>}
      <Many items={found} keyOf={member => member.memberId} step={20}>
        {member => <PersonRow name={member.name} note={member.groupName} onPress={() => onPick(member)} />}
      </Many>
    </>
  )
}

/** For whom of the branch one asks. */
export const PickElder = ({ branches, onPick, onBack }: Props) => {
  const [branchId, setBranchId] = useState(branches[0]?.orgId ?? '')
  return (
    <Screen>
      <View className="title">替哪位同志求助</View>
      {branches.length > 1 && (
        <PickOne
          label="支部"
          options={branches.map(one => ({ value: one.orgId, words: one.orgName }))}
          value={branchId}
          onChange={setBranchId}
        />
      )}
      <Names branchId={branchId} onPick={onPick} />
      <Button kind="quiet" onPress={onBack}>
        不选了，返回
      </Button>
    </Screen>
  )
}
