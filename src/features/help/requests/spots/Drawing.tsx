import { View } from '@tarojs/components'
import { far } from '../../../../components/distance'
import { spoken } from '../../../../components/spoken'
import { type Dot, layOut, type SpotsProps } from './layout'
import { isUrgent, spokenSpot } from './spotWords'
import './Spots.css'

const put = ({ left, top }: Dot) => ({ left: `${left}%`, top: `${top}%` })

/** How the places lie to each other, drawn without a map: north at the top, the distance across in words. */
export const Drawing = ({ spots, stations, chosen, onChoose }: SpotsProps) => {
  const { place, metres } = layOut([...spots, ...stations].map(one => one.point))
  return (
    <View className="stack">
      <View className="drawing">
        <View className="drawing-north small soft">北</View>
        {stations.map(({ name, point }) => (
          <View key={name} className="drawing-station small" style={put(place(point))} {...spoken('img', { label: name })}>
            站
          </View>
        ))}
        {spots.map(spot => (
          <View
            key={spot.key}
            className={`drawing-spot${spot.key === chosen ? ' chosen' : ''}`}
            style={put(place(spot.point))}
            onClick={() => onChoose(spot.key)}
            {...spoken('button', { label: spokenSpot(spot) })}
          >
            {isUrgent(spot) ? `急${spot.items.length}` : String(spot.items.length)}
          </View>
        ))}
      </View>
      <View className="soft small">
        红圈里是几件求助，按一下就看{stations.length > 0 ? '；“站”是服务队' : ''}。上北下南，左右约 {far(metres)}，不是真的地图。
      </View>
    </View>
  )
}
