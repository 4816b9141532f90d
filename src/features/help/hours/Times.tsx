import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { Chips } from '../../../components/Chips'
import { Fold } from '../../../components/Fold'
import { clockTime, day } from '../../../components/times'
import type { Offered } from './words'

interface Props {
  slots: Offered['slots']
  chosen: number | undefined
  onChoose: (startsAt: number) => void
}

/** The free times, day by day; the first day stands open. */
export const Times = ({ slots, chosen, onChoose }: Props) => {
  const free = slots.filter(one => one.free)
  const dates = [...new Set(free.map(one => dateOf(one.startsAt)))]
  return (
    <>
      {dates.map((date, index) => {
        const some = free.filter(one => dateOf(one.startsAt) === date)
        return (
          <Fold
            key={date}
            title={`${day(instantOf(date)).split(' ').slice(0, 2).join(' ')}　空 ${String(some.length)} 个`}
            open={index === 0}
          >
            {() => (
              <Chips
                label="选一个时间"
                options={some.map(one => ({ value: String(one.startsAt), words: clockTime(one.startsAt) }))}
                chosen={chosen === undefined ? [] : [String(chosen)]}
                onPress={value => onChoose(Number(value))}
              />
            )}
          </Fold>
        )
      })}
    </>
  )
}
