import { View } from '@tarojs/components'
import { Section, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { fullDate } from '../../../components/times'
import { useQuery } from '../../../platform/query'
import type { At } from './words'

/** Who was named, batch by batch. */
export const NamedPage = ({ at }: { at: At }) => {
  const query = useQuery('assessment.named', { roundId: at.roundId, orgId: at.orgId })
  return (
    <Screen>
      <Loaded query={query} cards={2}>
        {({ name, orgName, batches }) => (
          <View className="stack">
            <View>
              <Title>{name}</Title>
              <View className="soft">{orgName}</View>
            </View>
            {batches.length === 0 && <Empty icon="star" title="还没有命名" hint="命名以后，这里按批次列出支部名单。" />}
            {batches.map(({ batch, at: when, branches }) => (
              <Section key={batch} title={`${batch}（${String(branches.length)} 个支部，${fullDate(when)}）`}>
                <Many items={branches} keyOf={one => one.branchId} unit="个支部">
                  {one => <ShortRow name={one.name} state={{ icon: 'star', tone: 'good', words: '命名' }} />}
                </Many>
              </Section>
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
