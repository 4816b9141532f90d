import { View } from '@tarojs/components'
import { Card, Section, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { sayBenefit } from '../../../../core/care/benefits/kinds'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'

type Kind = Given<'benefit.coverage'>['kinds'][number]

const KindCard = ({ one, onPress }: { one: Kind; onPress: () => void }) => {
  const { kind, period, concerned, done, overdue, earlier, due } = one
  const title = sayBenefit(kind, period)
  const late = overdue - earlier
  const left = concerned - done
  return (
    <Card title={title} onPress={onPress}>
      {concerned === 0 ? (
        <View className="soft">还没有要办的人</View>
      ) : (
        <View>
          办好 {done} 项，一共 {concerned} 项
        </View>
      )}
      {late > 0 && <StateChip icon="alert" tone="danger" words={`${String(late)} 人过期还没办（${sayDay(due)}截止）`} />}
      {earlier > 0 && <StateChip icon="alert" tone="danger" words={`以前的还有 ${String(earlier)} 项过期没办`} />}
      {late === 0 && left > overdue && (
        <StateChip icon="clock" tone="warn" words={`还有 ${String(left - overdue)} 人，${sayDay(due)}前办好`} />
      )}
      {left === 0 && concerned > 0 && <StateChip icon="done" tone="good" words="都办好了" />}
    </Card>
  )
}

const belowWords = ({ concerned, done, overdue }: Given<'benefit.coverage'>['below'][number]): string => {
  if (concerned === 0) return '还没有要办的人'
  return `办好 ${String(done)} / ${String(concerned)} 项${overdue > 0 ? `，过期 ${String(overdue)} 项` : ''}`
}

/** Every benefit of an organization: how many have it, how many have not in time. */
export const Coverage = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('benefit.coverage', { orgId })
  return (
    <Screen>
      <Title>{name}</Title>
      <Loaded query={query} cards={4}>
        {({ kinds, below, may }) => (
          <View className="stack">
            {kinds.map(one => (
              <KindCard key={one.kind} one={one} onPress={() => go(routes.benefit({ orgId, kind: one.kind, name }))} />
            ))}
            {below.length > 0 && (
              <Section title="下面各处">
                <Many items={below} keyOf={one => one.orgId} step={15} unit="处">
                  {one => (
                    <LinkRow
                      icon={one.overdue > 0 ? 'warn' : 'wallet'}
                      words={one.name}
                      note={belowWords(one)}
                      onPress={() => go(routes.benefits({ orgId: one.orgId, name: one.name }))}
                    />
                  )}
                </Many>
              </Section>
            )}
            {may.includes('export') && (
              <ExportButton
                words="导出 Excel 台账"
                icon="sheet"
                name={`待遇台账 ${name}.xlsx`}
                make={() => call('benefit.export', { orgId })}
              />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
