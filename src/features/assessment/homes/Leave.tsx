import { View } from '@tarojs/components'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import type { Given } from '../../../platform/call'
import { goBack } from '../../../platform/go'
import { useCommand } from '../../../platform/query'

interface Props {
  homeId: string
  home: Given<'home.get'>
  onDone: () => Promise<void>
}

/** A branch uses the home of another no more. Those who see it only through that branch are led back, since it is closed to them by then. */
export const Leave = ({ homeId, home: { name, branches, leavers, may }, onDone }: Props) => {
  const share = useCommand('home.share')
  const press = async (branchId: string) => {
    const answer = await share.run({ branchId, homeId, uses: false })
    if (!answer?.ok) return
    if (may.includes('save') || leavers.length > 1) await onDone()
    else goBack()
  }
  return (
    <View className="stack">
      {branches
        .filter(one => leavers.includes(one.branchId))
        .map(one => (
          <Confirm
            key={one.branchId}
            icon="leave"
            question={`${one.name}不再使用“${name}”？`}
            explain="这个家还在，别的支部照常用；以前看过的记录都留着。以后还可以再选回来。"
            yes="不再使用"
            no="还用着"
            onYes={() => press(one.branchId)}
          >
            {leavers.length === 1 ? '不再使用这个家' : `${one.name}不再使用`}
          </Confirm>
        ))}
      {share.refusal && <Failure refusal={share.refusal} onSeen={share.forget} />}
    </View>
  )
}
