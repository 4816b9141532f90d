import { View } from '@tarojs/components'
import { requestKindWords, type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { Icon, type Tone } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import { kindIcons } from './words'
import './KindGrid.css'

/** The rooms in their order, each in a colour of its own; its words are for a screen reader, the eye sees the colour. */
const rooms = [
  { name: 'water', words: '水', tone: 'info' },
  { name: 'power', words: '电', tone: 'warn' },
  { name: 'body', words: '身体', tone: 'danger' },
  { name: 'out', words: '出门', tone: 'good' },
  { name: 'talk', words: '说话', tone: 'ink' },
] as const satisfies readonly { name: string; words: string; tone: Tone }[]
type Room = (typeof rooms)[number]['name']

const roomOf: Readonly<Record<RequestKind, Room>> = {
  water: 'water',
  leak: 'water',
  electricity: 'power',
  bulb: 'power',
  medicine: 'body',
  escort: 'body',
  'medical-card': 'body',
  housekeeper: 'body',
  car: 'out',
  payment: 'out',
  talk: 'talk',
  legal: 'talk',
  other: 'talk',
}
const inRoom = (room: Room): RequestKind[] => requestKinds.filter(kind => roomOf[kind] === room)

/** What can be asked for: pictures with words, two to a row. */
export const KindGrid = ({ onPick }: { onPick: (kind: RequestKind) => void }) => (
  <View className="stack">
    {rooms.map(({ name, words, tone }) => (
      <View key={name} className={`kinds ${name}`} {...spoken('group', { label: words })}>
        {inRoom(name).map((kind, index, kinds) => (
          <View
            key={kind}
            className={`kind${index === kinds.length - 1 && index % 2 === 0 ? ' wide' : ''}`}
            hoverClass="card-pressed"
            onClick={() => onPick(kind)}
            {...spoken('button')}
          >
            <View className="kind-picture">
              <Icon name={kindIcons[kind]} tone={tone} size="big" />
            </View>
            <View>{requestKindWords[kind]}</View>
          </View>
        ))}
      </View>
    ))}
  </View>
)
