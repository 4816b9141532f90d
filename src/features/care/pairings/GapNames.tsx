import { View } from '@tarojs/components'
import { Empty } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { PersonRow } from '../../../components/Rows'
import type { Given } from '../../../platform/call'

type Gap = Given<'pairing.gaps'>['items'][number]
type Helper = Given<'pairing.list'>['helpers'][number]

/** Elders without a helper, for readers only: the secretary pairs them. */
export const GapNames = ({ gaps }: { gaps: readonly Gap[] }) => (
  <View className="stack">
    {gaps.length === 0 && <Empty icon="done" title="每一位老同志都有人联系" hint="有谁没人联系时，会列在这里。" />}
    {gaps.length > 0 && <View className="soft">由支部书记给他们结对。</View>}
    <Many items={gaps} keyOf={one => one.memberId} step={20} unit="位">
      {one => <PersonRow name={one.name} note={[one.groupName ?? '没有分党小组', ...one.care].join(' · ')} />}
    </Many>
  </View>
)

/** Who looks after which elder, for readers only. */
export const HelperNames = ({ helpers }: { helpers: readonly Helper[] }) => {
  const busy = helpers.filter(one => one.elders.length > 0)
  return (
    <View className="stack">
      {busy.length === 0 && <Empty icon="people" title="还没有人结对" hint="支部书记结对以后，会列在这里。" />}
      <Many items={busy} keyOf={one => one.helperId} step={20}>
        {one => (
          <PersonRow
            name={one.partner ? `${one.name}（共建单位）` : one.name}
            note={`联系 ${String(one.elders.length)} 位：${one.elders.map(elder => elder.name).join('、')}`}
          />
        )}
      </Many>
    </View>
  )
}
