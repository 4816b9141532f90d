import { View } from '@tarojs/components'
import { Empty, Loaded } from '../../components/Loaded'
import { PersonRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import { useQuery } from '../../platform/query'

/** The elders of a branch whom nobody looks after, for the street and the bureau to read. */
export const Gaps = ({ branchId, name }: { branchId: string; name: string }) => {
  const query = useQuery('pairing.gaps', { branchId })
  return (
    <Screen>
      <View className="title">{name}</View>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="done" title="都有人结对了" hint="有谁没人联系时，会列在这里。" />
          ) : (
            <View className="stack">
              <View className="strong">{items.length} 位老同志还没有结对</View>
              {items.map(({ memberId, name: elder, groupName, care }) => (
                <PersonRow key={memberId} name={elder} note={[groupName ?? '', ...care].filter(Boolean).join(' · ')} />
              ))}
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
