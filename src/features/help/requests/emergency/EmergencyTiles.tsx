import { View } from '@tarojs/components'
import { emergencies, emergencyWords } from '../../../../../core/help/requests/emergencies'
import { routes } from '../../../../../core/shared/routes'
import { Icon } from '../../../../components/Icon'
import { spoken } from '../../../../components/spoken'
import { go } from '../../../../platform/go'
import './EmergencyTiles.css'

interface Props {
  title?: string
  /** The elder an officer asks for. */
  elder?: { memberId: string; name: string } | undefined
}

/** 急病、摔倒、火灾: before all else that can be asked for. */
export const EmergencyTiles = ({ title = '急事，先按这里', elder }: Props) => (
  <View className="urgent stack">
    <View className="strong" {...spoken('heading', { level: 2 })}>
      {title}
    </View>
    <View className="urgent-tiles">
      {emergencies.map(kind => (
        <View
          key={kind}
          className="urgent-tile"
          hoverClass="card-pressed"
          onClick={() => go(routes.emergency({ kind, memberId: elder?.memberId, name: elder?.name }))}
          {...spoken('button')}
        >
          <Icon name={kind} tone="danger" size="big" />
          <View>{emergencyWords[kind]}</View>
        </View>
      ))}
    </View>
  </View>
)
