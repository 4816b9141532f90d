import { View } from '@tarojs/components'
import { type Route, routes } from '../../core/shared/routes'
import { go } from '../platform/go'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { landmark, spoken } from './spoken'
import './TabBar.css'

const tabs = {
  home: { words: '首页', icon: 'home', to: routes.home() },
  activities: { words: '活动', icon: 'calendar', to: routes.activities() },
  help: { words: '求助', icon: 'help', to: routes.help() },
  mine: { words: '我的', icon: 'me', to: routes.mine() },
} as const satisfies Record<string, { words: string; icon: IconName; to: Route }>
export type Tab = keyof typeof tabs
const order: readonly Tab[] = ['home', 'activities', 'help', 'mine']

/** Is the page of this name a tab? */
export const isTab = (page: string): page is Tab => page in tabs

/** The four tabs, with words large enough to read; where one is, is told by weight, a line and a darker colour. */
export const TabBar = ({ here }: { here: Tab }) => (
  <View {...landmark('navigation')}>
    <View className="tabs-bar" {...spoken('tablist')}>
      {order.map(tab => (
        <View
          key={tab}
          className={`tabs-item${tab === here ? ' here' : ''}`}
          onClick={() => tab !== here && go(tabs[tab].to)}
          {...spoken('tab', { selected: tab === here })}
        >
          <Icon name={tabs[tab].icon} tone={tab === here ? 'ink' : 'soft'} />
          <View>{tabs[tab].words}</View>
        </View>
      ))}
    </View>
  </View>
)
