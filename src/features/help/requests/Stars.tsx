import { View } from '@tarojs/components'
import { FieldFrame } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import './Stars.css'

const counts = [1, 2, 3, 4, 5] as const
const words = ['不满意', '不太好', '一般', '满意', '很满意'] as const

/** One to five stars by one tap, none of them given beforehand; the words under them say what is chosen. */
export const Stars = ({ value, onChange }: { value: number | undefined; onChange: (stars: number) => void }) => (
  <FieldFrame label={value === undefined ? '办得怎么样？按几颗星（不按也行）' : `给 ${value} 颗星：${words[value - 1] ?? ''}`}>
    <View className="stars" {...spoken('radiogroup', { label: '给几颗星' })}>
      {counts.map(count => (
        <View
          key={count}
          className={`star${count === value ? ' chosen' : ''}`}
          hoverClass="card-pressed"
          onClick={() => onChange(count)}
          {...spoken('radio', { label: `${count} 颗星，${words[count - 1] ?? ''}`, checked: count === value })}
        >
          <Icon name={count <= (value ?? 0) ? 'star-full' : 'star'} tone={count <= (value ?? 0) ? 'ink' : 'soft'} size="big" />
          <View className="small">{count}</View>
        </View>
      ))}
    </View>
  </FieldFrame>
)
