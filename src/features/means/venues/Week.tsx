import { View } from '@tarojs/components'
import { instantOf } from '../../../../core/shared/calendar'
import { saySpanBy } from '../../../../core/shared/spans'
import { Fold } from '../../../components/Fold'
import { clockTime } from '../../../components/times'
import { type Full, sayNearDay, type Slot } from './words'

const line = (slot: Slot): string => saySpanBy(slot, clockTime)
const sayDay = ({ off, slots }: Full['week'][number]): string => {
  if (off !== undefined) return '不开放'
  if (slots.length === 0) return '不开'
  const taken = slots.filter(one => one.by !== undefined).length
  return taken === 0 ? '整天空着' : `有\u00a0${String(taken)}\u00a0场`
}

/** A week of a room: today stands open, each day says what is free and who has the rest. */
export const Week = ({ week }: { week: Full['week'] }) => (
  <>
    {week.map((one, index) => (
      <Fold key={one.date} title={`${sayNearDay(instantOf(one.date))}　${sayDay(one)}`} open={index === 0}>
        {() => (
          <View className="stack">
            {one.off !== undefined && <View className="warn">{`这一天不开放：${one.off}`}</View>}
            {one.off === undefined && one.slots.length === 0 && <View className="soft">这一天不开门。</View>}
            {one.slots.map(slot =>
              slot.by === undefined ? (
                <View key={slot.startsAt} className="row">
                  <View className="grow">{line(slot)}</View>
                  <View className="good strong">空着</View>
                </View>
              ) : (
                <View key={slot.startsAt}>
                  <View>{line(slot)}</View>
                  <View className="soft">{[slot.by, slot.purpose].filter(Boolean).join(' · ')}</View>
                </View>
              ),
            )}
          </View>
        )}
      </Fold>
    ))}
  </>
)
