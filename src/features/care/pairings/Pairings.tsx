import { View } from '@tarojs/components'
import { useState } from 'react'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { Gaps } from './Gaps'
import { GapNames, HelperNames } from './GapNames'
import { sayLoad } from './words'
import { routes } from '../../../../core/shared/routes'

type Helper = Given<'pairing.list'>['helpers'][number]

const stateOf = ({ load }: Helper) =>
  load.count >= load.limit
    ? { state: { icon: 'alert', tone: 'danger', words: '满了' } as const }
    : load.warning === undefined
      ? {}
      : { state: { icon: 'warn', tone: 'warn', words: '偏多' } as const }

const Helpers = ({ helpers }: { helpers: readonly Helper[] }) => (
  <View className="stack">
    {helpers.length === 0 && <Empty icon="people" title="还没有能联系老同志的人" hint="在职党员、联络员和共建单位会出现在这里。" />}
    <Many items={helpers} keyOf={one => one.helperId} step={20}>
      {one => (
        <PersonRow
          name={one.partner ? `${one.name}（共建单位）` : one.name}
          note={one.load.count === 0 ? '还没有联系老同志' : `联系 ${sayLoad(one.load)}`}
          {...stateOf(one)}
          onPress={() => go(routes.helper({ helperId: one.helperId }))}
        />
      )}
    </Many>
    <LinkRow icon="steps" words="共建单位" note="卫生局、党校、居家养老中心……" onPress={() => go(routes.partners())} />
  </View>
)

type Part = 'gaps' | 'helpers'

interface Props {
  /** A branch or a group. */
  orgId: string
  name: string
}

/** 结对: elders without a helper first, then every helper with their load. */
export const Pairings = ({ orgId: branchId, name }: Props) => {
  const gaps = useQuery('pairing.gaps', { branchId })
  const list = useQuery('pairing.list', { branchId })
  const [part, setPart] = useState<Part>('gaps')
  const reload = () => Promise.all([gaps.reload(), list.reload()])
  const count = gaps.data?.items.length
  return (
    <Screen>
      <Title>{name}</Title>
      {list.data && (
        <View className="soft">
          {list.data.elders} 位老同志，{list.data.paired} 位有人联系
        </View>
      )}
      <Tabs<Part>
        options={[
          { value: 'gaps', words: count === undefined ? '没人联系' : `没人联系 ${count}` },
          { value: 'helpers', words: '谁在联系' },
        ]}
        value={part}
        onChange={setPart}
      />
      {part === 'gaps' ? (
        <Loaded query={gaps}>
          {({ items, may }) => (may.includes('set') ? <Gaps gaps={items} onChange={reload} /> : <GapNames gaps={items} />)}
        </Loaded>
      ) : (
        <Loaded query={list}>
          {({ helpers, may }) => (may.includes('set') ? <Helpers helpers={helpers} /> : <HelperNames helpers={helpers} />)}
        </Loaded>
      )}
      {list.data?.may.includes('export') && (
        <ExportButton words="导出 Excel" icon="sheet" name={`结对联系 ${name}.xlsx`} make={() => call('pairing.export', { branchId })} />
      )}
    </Screen>
  )
}
