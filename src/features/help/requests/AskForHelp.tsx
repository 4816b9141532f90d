import { View } from '@tarojs/components'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import { go } from '../../../platform/go'
import './AskForHelp.css'
import { routes } from '../../../../core/shared/routes'

interface Props {
  /** Something else on the screen is the red one: this block is as large, and warm. */
  warm?: boolean
  /** The person it is for, where that is not oneself: 王建国同志. */
  whose?: string | undefined
}

/** The block of the first screen that leads to help; red while nothing else there is due. */
export const AskForHelp = ({ warm = false, whose }: Props) => (
  <View
    className={`ask row${warm ? ' warm' : ''}`}
    hoverClass={warm ? 'card-pressed' : 'ask-pressed'}
    onClick={() => go(routes.help())}
    {...spoken('button')}
  >
    <Icon name="help" tone={warm ? 'red' : 'white'} size="big" />
    <View className="grow">
      <View className="ask-words">{whose ? `替${whose}求助` : '我要求助'}</View>
      <View>急病、摔倒，家里水电，都按这里</View>
    </View>
    <Icon name="next" tone={warm ? 'ink' : 'white'} />
  </View>
)
