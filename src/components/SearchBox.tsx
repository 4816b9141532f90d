import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { spoken } from './spoken'
import { Typed } from './Typed'
import './SearchBox.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  /** Stays at the top while a long list goes by. */
  stays?: boolean
}

/** Finds a name in a list as it is typed. */
export const SearchBox = ({ label, value, onChange, stays = false }: Props) => (
  <View className={stays ? 'search-stays' : ''}>
    <View className="search row">
      <Icon name="search" tone="soft" />
      <Typed className="search-input grow" label={label} value={value} onChange={onChange} placeholder={label} max={20} />
      {value !== '' && (
        <View className="search-clear row tight" onClick={() => onChange('')} {...spoken('button')}>
          <Icon name="close" tone="soft" />
          <View className="small">清空</View>
        </View>
      )}
    </View>
  </View>
)
