import { View } from '@tarojs/components'
import { spoken } from '../../../components/spoken'
import { DIGITS, keys } from './kiosk-pad'
import './Kiosk.css'

/** The digits so far, each in its place. */
export const Digits = ({ digits }: { digits: string }) => (
  <View className="pad-digits" {...spoken('status', { label: `已输入 ${digits.length} 位` })}>
    {Array.from({ length: DIGITS }, (_, index) => (
      <View key={index} className="pad-digit">
        {digits[index] ?? ''}
      </View>
    ))}
  </View>
)

/** The keys of a telephone, large enough for every finger. */
export const Pad = ({ onKey }: { onKey: (key: string) => void }) => (
  <View className="pad">
    {keys.map(key => (
      <View key={key} className="pad-place">
        <View
          className={`pad-key${key.length > 1 ? ' words' : ''}`}
          hoverClass="card-pressed"
          onClick={() => onKey(key)}
          {...spoken('button')}
        >
          {key}
        </View>
      </View>
    ))}
  </View>
)
