import { View } from '@tarojs/components'
import { useState } from 'react'
import { Title } from '../../../components/Card'
import { nameKey } from '../../../../core/people/names/names'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { type BranchMember, useBranchMembers } from './branchMembers'

interface Props {
  branchId: string
  title: string
  busy: boolean
  onPick: (member: BranchMember) => void
  onBack: () => void
  /** What to do where the person is none of them. */
  none?: { words: string; onPress: () => void }
}

/** Chooses one of the branch by name. */
export const PickMember = ({ branchId, title, busy, onPick, onBack, none }: Props) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId)
  const [typed, setTyped] = useState('')
  const wanted = nameKey(typed)
  const found = members.filter(member => nameKey(member.name).includes(wanted))
  return (
    <Screen>
      <Title>{title}</Title>
      <SearchBox label="输入名字找人" value={typed} onChange={setTyped} />
      {refusal && <Failure refusal={refusal} onRetry={reload} />}
      {members.length === 0 && !complete && !refusal && <Skeleton />}
      {complete && found.length === 0 && <View className="soft">名册里没有这个名字，看看字有没有写错。</View>}
      <Many items={found} keyOf={member => member.memberId} step={20}>
        {member => <PersonRow name={member.name} note={member.groupName} onPress={() => !busy && onPick(member)} />}
      </Many>
      {none && (
        <Button icon="person-add" onPress={none.onPress}>
          {none.words}
        </Button>
      )}
      <Button kind="quiet" onPress={onBack}>
        不选了，返回
      </Button>
    </Screen>
  )
}
