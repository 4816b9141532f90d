import { View } from '@tarojs/components'
import { instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Mourning } from '../../../components/Mourning'
import { PersonRow } from '../../../components/Rows'
import { day } from '../../../components/times'
import { go } from '../../../platform/go'
import { useBranchMembers } from './branchMembers'

/** Those of the branch who died, kept apart from the living. */
export const Departed = ({ branchId }: { branchId: string }) => {
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
            onPress={() => go(routes.person({ memberId }))}
          />
        )}
      </Many>
    </Mourning>
  )
}
