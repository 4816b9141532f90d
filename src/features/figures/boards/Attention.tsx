import { View } from '@tarojs/components'
import { bySeriousness, sayWorry } from '../../../../core/figures/boards/todo'
import { Section } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Many } from '../../../components/Many'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { type Data, type Place, shownNow, worries } from './words'

/** Some figures are not there yet: of a month that has just begun, or of people who have just come. */
const isCounting = (data: Data) => data.figures.some(one => worries[one.topic] && shownNow(one) === null)

const Nothing = ({ counting }: { counting: boolean }) => (
  <View className="row">
    <Icon name={counting ? 'clock' : 'done'} tone={counting ? 'soft' : 'good'} />
    <View className="grow">{counting ? '有的数字正在统计，过几分钟再看。' : '没有超期的事，都跟上了。'}</View>
  </View>
)

/** Lines drawn at first. */
const STEP = 6

/** The branches that need attention, wherever under the organization they stand, in the order of the sentence above; each opens the rows behind its number. */
export const Attention = ({ place, data }: { place: Place; data: Data }) => {
  const lines = bySeriousness.flatMap(topic => {
    const about = worries[topic]
    return about ? data.attention.filter(one => one.topic === topic).map(line => ({ line, about })) : []
  })
  return (
    <Section title="需要关注">
      {lines.length === 0 && <Nothing counting={isCounting(data)} />}
      <Many items={lines} keyOf={({ line }) => `${line.topic}:${line.orgId}`} step={STEP} unit="行">
        {({ line, about }) => (
          <LinkRow
            icon={about.icon}
            words={sayWorry(line.topic, line.worry)}
            {...(place.branch ? {} : { note: line.name })}
            onPress={() => go(about.page(line, place.month))}
          />
        )}
      </Many>
    </Section>
  )
}
