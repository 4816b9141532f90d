import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Card } from '../../../components/Card'
import { LinkRow } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { clockTime } from '../../../components/times'
import { go } from '../../../platform/go'
import { type Cell, type Muster, shiftHours, slotText } from './words'
import './musters.css'

const chipOf = ({ need, coming, arrived }: Cell) => {
  if (arrived >= need) return { icon: 'done' as const, tone: 'good' as const, words: `到齐 ${String(arrived)}人` }
  const lacking = need - coming
  return lacking > 0
    ? { icon: 'warn' as const, tone: 'warn' as const, words: `还差 ${String(lacking)}人` }
    : { icon: 'people' as const, tone: 'good' as const, words: '人够了' }
}

const noteOf = (muster: Muster, cell: Cell): string =>
  [
    `要${String(cell.need)}人 · 能来${String(cell.coming)}人 · 到了${String(cell.arrived)}人`,
    cell.lead ? `班长：${cell.lead.name}` : '',
    cell.relief === undefined ? '' : `接班：${shiftHours(muster, { place: cell.place, shift: cell.relief })}`,
  ]
    .filter(Boolean)
    .join(' · ')

interface Props {
  musterId: string
  muster: Muster
  /** A leader opens a cell to see its people. */
  opens: boolean
}

/** Places × shifts as they stand now: what is lacking first said, in a word and a colour. */
export const GridView = ({ musterId, muster, opens }: Props) => (
  <View className="stack">
    {muster.places.map((place, index) => (
      <Card key={`${place.name}/${String(index)}`} title={place.name}>
        {muster.grid
          .filter(one => one.place === index)
          .map(one => (
            <View key={slotText(one)} className="muster-cell">
              {opens ? (
                <LinkRow
                  icon="clock"
                  words={shiftHours(muster, one)}
                  note={noteOf(muster, one)}
                  onPress={() => go(routes.musterList({ id: musterId, list: 'coming', slot: slotText(one) }))}
                />
              ) : (
                <View className="stack tight">
                  <View>{shiftHours(muster, one)}</View>
                  <View className="soft small">{noteOf(muster, one)}</View>
                </View>
              )}
              <StateChip {...chipOf(one)} />
              {one.handedOver && (
                <View className="soft small">
                  {`${clockTime(one.handedOver.at)} ${one.handedOver.by}交班${one.handedOver.words ? `：${one.handedOver.words}` : ''}`}
                </View>
              )}
            </View>
          ))}
      </Card>
    ))}
  </View>
)
