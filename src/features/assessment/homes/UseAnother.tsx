import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Unfold } from '../../../components/Unfold'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

const Near = ({ branchId, onDone, onClose }: { branchId: string; onDone: () => Promise<void>; onClose: () => void }) => {
  const query = useQuery('home.near', { branchId })
  const { items, more, refusal } = usePages(query, cursor => call('home.near', { branchId, cursor }))
  const share = useCommand('home.share')
  const press = async (homeId: string) => {
    const answer = await share.run({ branchId, homeId, uses: true })
    if (!answer?.ok) return
    onClose()
    await onDone()
  }
  const fault = refusal ?? share.refusal
  return (
    <Loaded query={query}>
      {() => (
        <View className="stack">
          {items.length === 0 && <Empty icon="home" title="没有别的老党员之家" hint="别的支部、街道登记了，就能选来共用。" />}
          {items.map(one => (
            <PersonRow
              key={one.homeId}
              name={one.name}
              note={`${one.address} · ${String(one.branches)} 个支部在用`}
              onPress={() => press(one.homeId)}
            />
          ))}
          {fault && <Failure refusal={fault} />}
          {more && <Button onPress={more}>再看一些</Button>}
          <Button kind="quiet" onPress={onClose}>
            先不选
          </Button>
        </View>
      )}
    </Loaded>
  )
}

/** 共用: a branch begins to use a home that another keeps. */
export const UseAnother = ({ branchId, onDone }: { branchId: string; onDone: () => Promise<void> }) => (
  <Unfold icon="link" words="和别的支部共用一个">
    {close => <Near branchId={branchId} onDone={onDone} onClose={close} />}
  </Unfold>
)
