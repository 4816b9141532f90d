import { View } from '@tarojs/components'
import { heatSigns, heatWords, heats, levelOf } from '../../../../core/assessment/rounds/rules'
import { spoken } from '../../../components/spoken'
import { sayShare } from './words'
import './assess.css'

/** What the signs of the map mean. */
export const HeatKey = () => <View className="soft small">{heats.map(one => `${heatSigns[one]} ${heatWords[one]}`).join('　')}</View>

/** 组织设置好 → 组织设置: as much of a standard's name as a cell has room for. */
const shortened = (name: string): string => {
  const bare = name.replace(/（.*）$/u, '')
  return bare.slice(0, 4)
}

/** 81%: a cell has no room for more. */
const sayWhole = (score: { score: number; of: number }): string =>
  score.of === 0 ? '' : `${String(Math.round((100 * score.score) / score.of))}%`

interface Props {
  standards: readonly { name: string }[]
  scores: readonly { score: number; of: number }[]
}

/** The standards of one row of the map, each by a sign, a colour and its share. */
export const HeatLine = ({ standards, scores }: Props) => (
  <View className="heat-line">
    {standards.map(({ name }, index) => {
      const score = scores[index] ?? { score: 0, of: 0 }
      const level = levelOf(score)
      return (
        <View
          key={name}
          className={`heat-cell heat-${level}`}
          {...spoken('img', { label: `${name}：${heatWords[level]}，${sayShare(score)}` })}
        >
          <View className="small heat-name">{shortened(name)}</View>
          <View className="heat-sign">{`${heatSigns[level]} ${sayWhole(score)}`}</View>
        </View>
      )
    })}
  </View>
)
