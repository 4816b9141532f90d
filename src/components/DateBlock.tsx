import { View } from '@tarojs/components'
import { shanghai } from '../../core/shared/calendar'
import { weekday } from './times'
import './DateBlock.css'

/** A day like a notice pinned to a board: month, day and weekday, to be read from afar. */
export const DateBlock = ({ at, faded = false }: { at: number; faded?: boolean }) => (
  <View className={`date-block${faded ? ' faded' : ''}`}>
    <View className="date-block-pin" />
    <View className="date-block-month">{shanghai(at).format('M月')}</View>
    <View className="date-block-day">{shanghai(at).format('D')}</View>
    <View className="date-block-week">{weekday(at)}</View>
  </View>
)
