import { View } from '@tarojs/components'
import { Title } from '../../components/Card'
import { lunarWords } from '../../../core/shared/almanac/moon'
import { dateOf, shanghai } from '../../../core/shared/calendar'
import { weekday } from '../../components/times'
import { now } from '../../platform/clock'

const hello = (hour: number): string =>
  hour < 5 ? '夜深了' : hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好'

/** Name (of the member, if the account is one's own) and day, of the sun's calendar and the moon's. */
export const NameAndDay = ({ name }: { name: string | undefined }) => {
  const at = now()
  const lunar = lunarWords(dateOf(at))
  return (
    <View>
      <Title>
        {name ? `${name}同志，` : ''}
        {hello(shanghai(at).hour())}
      </Title>
      <View className="soft words-whole">
        {shanghai(at).format('M月D日')} {weekday(at)} {lunar && `农历${lunar}`}
      </View>
    </View>
  )
}
