import { View } from '@tarojs/components'
import { requestKindWords, type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import { kindIcons } from './words'
import './KindGrid.css'

/** What can be asked for: pictures with words, two to a row. */
export const KindGrid = ({ onPick }: { onPick: (kind: RequestKind) => void }) => (
  <View className="kinds">
    {requestKinds.map((kind, index) => {
      const alone = index === requestKinds.length - 1 && index % 2 === 0
      return (
        <View
          key={kind}
          className={`kind${alone ? ' wide' : ''}`}
          hoverClass="card-pressed"
          onClick={() => onPick(kind)}
          {...spoken('button')}
        >
          <Icon name={kindIcons[kind]} tone="red" size="big" />
          <View>{requestKindWords[kind]}</View>
        </View>
      )
    })}
  </View>
)
