import { View } from '@tarojs/components'
import { sayDay } from '../../../../core/shared/spans'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { sayPace, type Shown, shortPeriod, stateChips } from './words'

/** How a pledge stands in a year: what is open or late first; the other periods are unfolded. */
export const Standing = ({ shown }: { shown: Shown }) => {
  const { periods, owed, done, overdue } = shown
  const open = periods.filter(one => one.state === 'overdue' || one.state === 'due')
  const rest = periods.filter(one => !open.includes(one))
  const lines = (some: Shown['periods']) =>
    some.map(one => (
      <View key={one.period} className="row">
        <View className="grow">
          {`${shortPeriod(one.period)} ${String(one.done)}/${String(one.owed)} 次${one.state === 'due' ? `，${sayDay(one.dueOn)}前` : ''}`}
        </View>
        <StateChip {...stateChips[one.state]} />
      </View>
    ))
  return (
    <>
      <View className="soft">{sayPace(shown)}</View>
      <View className="strong">
        {`应办 ${String(owed)} 次，办了 ${String(done)} 次${overdue > 0 ? `，过期 ${String(overdue)} 次` : ''}`}
      </View>
      {lines(open)}
      {rest.length > 0 && <Unfold words="看每一期">{() => <>{lines(rest)}</>}</Unfold>}
    </>
  )
}
