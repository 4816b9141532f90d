import { View } from '@tarojs/components'
import { brandWords } from '../../../../core/assessment/brands/rules'
import { sayDay } from '../../../../core/shared/spans'
import { Card } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { PhotoList } from '../../../components/PhotoList'
import { ReadAloud } from '../../../components/ReadAloud'
import type { Given } from '../../../platform/call'

type Shown = Omit<Given<'brand.read'>, 'past'>

/** A brand or project with its story, its photos, the activities that made it and what became better by it. */
export const Told = ({ shown }: { shown: Shown }) => (
  <Card title={shown.name}>
    <View className="soft small">{`${brandWords[shown.kind]} · ${shown.branchName} · ${shown.since.slice(0, 4)}年${sayDay(shown.since)}起`}</View>
    <View className="prose">{shown.story}</View>
    <ReadAloud text={shown.story} />
    {shown.changed !== '' && (
      <>
        <View className="strong">带来的变化</View>
        <View className="prose">{shown.changed}</View>
      </>
    )}
    <PhotoList fileIds={shown.photoFileIds} of={shown.name} />
    {shown.activities.length > 0 && (
      <Fold title={`办过的活动 ${String(shown.activities.length)} 次`}>
        {() => (
          <View className="stack">
            {shown.activities.map(one => (
              <View key={one.activityId}>{`${one.on.slice(0, 4)}年${sayDay(one.on)} ${one.title}`}</View>
            ))}
          </View>
        )}
      </Fold>
    )}
  </Card>
)

interface Past {
  name: string
  since: string
  until: string
  why: string
}

/** What came before. */
export const Before = ({ past }: { past: readonly Past[] }) =>
  past.length === 0 ? null : (
    <Fold title={`以前的 ${String(past.length)} 个`}>
      {() => (
        <View className="stack">
          {past.map((one, nth) => (
            <Card key={nth} title={one.name}>
              <View className="soft">{`${one.since} 到 ${one.until}`}</View>
              <View>{one.why}</View>
            </Card>
          ))}
        </View>
      )}
    </Fold>
  )
