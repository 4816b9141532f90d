import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../components/Button'
import { Choice } from '../components/Choice'
import { Empty } from '../components/Loaded'
import { Screen } from '../components/Screen'
import { Known } from '../features/identity/Known'
import { go } from '../platform/go'
import type { Me } from '../platform/session'
import { forget, keep, recall } from '../platform/storage'

/** The branch whose affairs are on the desk. */
export interface Branch {
  branchId: string
  branchName: string
  /** Puts another branch on the desk; absent for whoever has only one. */
  onChange?: () => void
}

const DESK = 'desk-branch'

const branchesOf = (me: Me): Branch[] =>
  me.grants.filter(grant => grant.role === 'secretary').map(({ orgId, orgName }) => ({ branchId: orgId, branchName: orgName }))

const NoDuty = () => (
  <Screen main={<BigButton onPress={() => go('/pages/home/index')}>回首页</BigButton>}>
    <Empty icon="desk" title="这里是支部书记的工作台" hint="您现在不是支部书记。如果应该由您来办，请联系上级党组织。" />
  </Screen>
)

const OneOf = ({ branches, children }: { branches: readonly Branch[]; children: (branch: Branch) => ReactNode }) => {
  const [chosen, setChosen] = useState(() => recall(DESK))
  const branch = branches.length === 1 ? branches[0] : branches.find(one => one.branchId === chosen)
  if (branch) {
    const change = () => {
      forget(DESK)
      setChosen(undefined)
    }
    return <>{children(branches.length > 1 ? { ...branch, onChange: change } : branch)}</>
  }
  const choose = (branchId: string) => {
    keep(DESK, branchId)
    setChosen(branchId)
  }
  return (
    <Screen>
      <Choice
        label="您负责几个支部，先办哪一个的事？"
        options={branches.map(one => ({ value: one.branchId, words: one.branchName }))}
        value={undefined}
        onChange={choose}
      />
      <View className="soft">选过会记住，在工作台可以更换。</View>
    </Screen>
  )
}

/** Lets a secretary in and says of which branch; anyone else reads what this place is. */
export const Duty = ({ children }: { children: (branch: Branch) => ReactNode }) => (
  <Known>
    {({ me }) => {
      const branches = branchesOf(me)
      return branches.length === 0 ? <NoDuty /> : <OneOf branches={branches}>{children}</OneOf>
    }}
  </Known>
)
