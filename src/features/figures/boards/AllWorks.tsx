import { View } from '@tarojs/components'
import { monthOf } from '../../../../core/shared/calendar'
import { Section } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { LinkRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { type Data, type Place, shownNow } from './words'
import { type Work, worksOf } from './works'
import './boards.css'

/** What a work comes to: its figures in words, or that they are still being counted. */
export const sayWork = ({ topic, say }: Work, place: Place, data: Data): string => {
  const counted = data.figures.find(one => one.topic === topic)
  const current = counted ? shownNow(counted) : null
  // A number stays beside its unit.
  if (current) return say(current, place).replace(/(\d) /gu, '$1\u00a0')
  return counted?.counting === true || place.month === monthOf(now()) ? '正在统计，过几分钟再看' : '这个月没有统计过'
}

/** Everything else that is counted, work by work, each with its figures and one tap from its rows. */
export const AllWorks = ({ place, data }: { place: Place; data: Data }) => (
  <Section title="各项工作">
    <View className="board-works stack">
      {worksOf(place).map(one => {
        const figure = data.figures.find(each => each.topic === one.topic)
        const to = one.page(place, figure ? shownNow(figure) : null)
        const note = sayWork(one, place, data)
        return to ? (
          <LinkRow key={one.words} icon={one.icon} words={one.words} note={note} onPress={() => go(to)} />
        ) : (
          <View key={one.words} className="list-row row">
            <Icon name={one.icon} />
            <View className="grow">
              <View>{one.words}</View>
              <View className="soft small">{note}</View>
            </View>
          </View>
        )
      })}
    </View>
  </Section>
)
