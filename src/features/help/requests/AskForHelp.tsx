import { View } from '@tarojs/components'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import { go } from '../../../platform/go'
import './AskForHelp.css'
import { routes } from '../../../../core/shared/routes'

/** The red block of the first screen. */
export const AskForHelp = () => (
  <View className="ask row" hoverClass="ask-pressed" onClick={() => go(routes.help())} {...spoken('button')}>
    <Icon name="help" tone="white" size="big" />
    <View className="grow">
      <View className="ask-words">我要求助</View>
      <View>急病、摔倒，家里水电，都按这里</View>
    </View>
    <Icon name="next" tone="white" />
  </View>
)
