import { View } from '@tarojs/components'
import { type GapKind, gapKinds, wholeOf } from '../../../../core/people/coverage/kinds'
import { coverageWords } from '../../../../core/people/coverage/words'
import { routes } from '../../../../core/shared/routes'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Figure, Figures } from '../../../components/Figure'
import { Loaded } from '../../../components/Loaded'
import { percent } from '../../../components/months'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { GapList } from './GapList'
import { UnitsBelow } from './UnitsBelow'

interface Place {
  orgId: string
  name: string
}

/** Is it one of the six? */
export const gapKindOf = (said: string | undefined): GapKind | undefined => gapKinds.find(kind => kind === said)

const Six = ({ place, now }: { place: Place; now: Record<string, number> | null }) => (
  <Figures>
    {gapKinds.map(kind => {
      const { title, whole, lacks, unit } = coverageWords[kind]
      const of = now?.[wholeOf[kind]] ?? 0
      const lacking = now?.[kind] ?? 0
      const note =
        now === null
          ? '过几分钟再看'
          : lacking === 0
            ? `${whole} ${String(of)}，都覆盖到了`
            : `${String(lacking)} ${unit}${lacks}，共 ${String(of)}`
      return (
        <Figure
          key={kind}
          words={title}
          number={now === null ? '正在统计' : of === 0 ? '—' : percent((of - lacking) / of)}
          note={note}
          onPress={() => go(routes.coverage({ ...place, kind }))}
        />
      )
    })}
  </Figures>
)

/** 六个全覆盖 (S4): six shares, each opening the names of those who are left out, and what stands below; every line leads to the act that mends it. */
export const Coverage = ({ orgId, name, kind }: Place & { kind: GapKind | undefined }) => {
  const query = useQuery('board.get', kind === undefined ? { orgId, topic: 'organizations' } : null)
  if (kind !== undefined)
    return (
      <Screen>
        <Title>{name}</Title>
        <View className="soft">{`${coverageWords[kind].title}：${coverageWords[kind].lacks}的`}</View>
        <GapList orgId={orgId} orgName={name} kind={kind} />
      </Screen>
    )
  return (
    <Screen wide>
      <Title>{name}</Title>
      <View className="soft">六个全覆盖：点一个数，看还差谁。</View>
      <Loaded query={query} cards={3}>
        {data => {
          const figure = data.figures.find(one => one.topic === 'organizations')
          return (
            <>
              <Six place={{ orgId, name }} now={figure === undefined || figure.counting === true ? null : figure.now} />
              <UnitsBelow orgId={orgId} />
              <ExportButton words="导出 Excel" icon="sheet" name={`全覆盖 ${name}.xlsx`} make={() => call('coverage.export', { orgId })} />
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}
