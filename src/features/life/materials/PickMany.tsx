import { View } from '@tarojs/components'
import { useState } from 'react'
import { nameKey } from '../../../../core/people/public'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Icon } from '../../../components/Icon'
import { Skeleton } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { SearchBox } from '../../../components/SearchBox'
import { spoken } from '../../../components/spoken'
import { useBranchMembers } from '../../people/public'

interface Props {
  branchId: string
  chosen: readonly string[]
  onChange: (memberIds: string[]) => void
  /** Who is not offered: they have it already. */
  without?: readonly string[]
}

/** Several members of a branch, ticked by name. */
export const PickMany = ({ branchId, chosen, onChange, without = [] }: Props) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId)
  const [typed, setTyped] = useState('')
  const wanted = nameKey(typed)
  const offered = members.filter(one => !without.includes(one.memberId))
  const found = offered.filter(one => nameKey(one.name).includes(wanted))
  const turn = (memberId: string) => onChange(chosen.includes(memberId) ? chosen.filter(one => one !== memberId) : [...chosen, memberId])
  const all = chosen.length === offered.length
  return (
    <View className="stack">
      <SearchBox label="输入名字找人" value={typed} onChange={setTyped} />
      {complete && offered.length > 0 && (
        <Button icon={all ? 'close' : 'check'} onPress={() => onChange(all ? [] : offered.map(one => one.memberId))}>
          {all ? '都不选' : `全选 ${String(offered.length)} 位`}
        </Button>
      )}
      {refusal && <Failure refusal={refusal} onRetry={reload} />}
      {members.length === 0 && !complete && !refusal && <Skeleton />}
      <Many items={found} keyOf={one => one.memberId} step={20}>
        {({ memberId, name, groupName }) => {
          const on = chosen.includes(memberId)
          return (
            <View className="list-row row" onClick={() => turn(memberId)} {...spoken('checkbox', { checked: on })}>
              <Icon name={on ? 'done' : 'radio'} tone={on ? 'ink' : 'soft'} />
              <View className="grow strong">{name}</View>
              <View className="soft small">{groupName ?? ''}</View>
            </View>
          )
        }}
      </Many>
    </View>
  )
}
