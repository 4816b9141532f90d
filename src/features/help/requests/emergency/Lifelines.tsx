import { View } from '@tarojs/components'
import type { Trouble } from '../../../../../core/help/requests/dangers'
import { firstAid, type Lifeline, lifelineNames, lifelines } from '../../../../../core/help/requests/first-aid'
import { CallButton } from '../../../../components/CallButton'
import { Card } from '../../../../components/Card'
import './FirstAid.css'

/** 打 120: rung by the phone itself, without network or account. */
export const RingLifeline = ({ line, big = false }: { line: Lifeline; big?: boolean }) => (
  <CallButton name={lifelineNames[line]} phone={line} words={`打 ${line} ${lifelineNames[line]}`} big={big} />
)

/** The other lines, beside the one that is the red main. */
export const OtherLifelines = ({ but }: { but: Lifeline }) => (
  <View className="stack">
    {lifelines
      .filter(line => line !== but && line !== '110')
      .map(line => (
        <RingLifeline key={line} line={line} />
      ))}
  </View>
)

/** What to do until help comes. */
export const FirstAid = ({ trouble, title = '先这样做' }: { trouble: Trouble; title?: string }) => (
  <Card title={title} edge="warn">
    <View className="stack">
      {firstAid[trouble].steps.map((step, index) => (
        <View key={step} className="aid-step">
          <View className="aid-number">{index + 1}</View>
          <View className="grow">{step}</View>
        </View>
      ))}
    </View>
  </Card>
)
