import { View } from '@tarojs/components'
import { useState } from 'react'
import { Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { SearchBox } from '../../../components/SearchBox'
import type { Given } from '../../../platform/call'
import { useQuery } from '../../../platform/query'

/** A branch anywhere in the tree. */
export type FoundBranch = Given<'membership.branches'>['items'][number]

/** So many letters of a name are enough to look for it. */
const LEAST = 2

const Offered = ({ orgId, name, onPick }: { orgId: string; name: string; onPick: (branch: FoundBranch) => void }) => {
  const query = useQuery('membership.branches', { orgId, name })
  return (
    <Loaded query={query}>
      {({ items }) => (
        <View className="stack">
          {items.length === 0 && <View className="soft">没有名字这样开头的支部，看看字有没有写错。</View>}
          {items.map(branch => (
            <LinkRow key={branch.branchId} icon="home" words={branch.name} note={branch.under} onPress={() => onPick(branch)} />
          ))}
        </View>
      )}
    </Loaded>
  )
}

/** Finds a branch by the beginning of its name, wherever it stands. */
export const FindBranch = ({ orgId, onPick }: { orgId: string; onPick: (branch: FoundBranch) => void }) => {
  const [typed, setTyped] = useState('')
  const name = typed.replace(/\s/gu, '')
  return (
    <>
      <SearchBox label="支部名字开头几个字" value={typed} onChange={setTyped} />
      {name.length >= LEAST && <Offered orgId={orgId} name={name} onPick={onPick} />}
    </>
  )
}
