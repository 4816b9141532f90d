import { go } from '../platform/go'
import { BigButton } from './Button'
import type { IconName } from './icons'
import { Empty } from './Loaded'
import { Screen } from './Screen'
import { routes } from '../../core/shared/routes'

interface Props {
  icon: IconName
  /** What this place is. */
  title: string
  /** Who to turn to, or which page leads here. */
  hint: string
}

/** A page that has nothing to show to this reader: says what it is, and leads home. */
export const LeadHome = (props: Props) => (
  <Screen main={<BigButton onPress={() => go(routes.home())}>回首页</BigButton>}>
    <Empty {...props} />
  </Screen>
)
