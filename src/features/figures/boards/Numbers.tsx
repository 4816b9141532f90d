import { monthsTo } from '../../../../core/figures/boards/figures'
import { monthOf } from '../../../../core/shared/calendar'
import { Figure, Figures } from '../../../components/Figure'
import { sayMonth } from '../../../components/months'
import { Sparkline } from '../../../components/Sparkline'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import type { Route } from '../../../../core/shared/routes'
import { numbers, type Shown } from './figures'
import { type Data, type Place, shownNow } from './words'

/** 2026年10月 1007，2026年11月 1059, for a reader who cannot see the line. */
const told = ({ words, number }: Shown, history: Data['figures'][number]['history'], month: string): string => {
  const months = monthsTo(month, history.length)
  return `${words}：${history.map((one, index) => `${sayMonth(months[index] ?? month)} ${one ? number(one) : '没有数'}`).join('，')}`
}

interface Props {
  place: Place
  data: Data
  /** What a press on a number opens instead of the rows behind it; undefined where it opens those. */
  onTopic?: ((shown: Shown, rows: Route | undefined) => (() => void) | undefined) | undefined
}

/** The five numbers of a board, each with how it went over six months. */
export const Numbers = ({ place, data, onTopic }: Props) => (
  <Figures>
    {numbers.map((shown, index) => {
      const { topic, words, number, value, note, page } = shown
      const counted = data.figures.find(one => one.topic === topic)
      if (!counted) return null
      const current = shownNow(counted)
      const history = [...counted.history.slice(0, -1), current]
      const present = counted.counting === true || place.month === monthOf(now())
      const rows = page?.(place, current)
      const open = onTopic ? onTopic(shown, rows) : rows && (() => go(rows))
      return (
        <Figure
          key={words}
          words={words}
          whole={index === numbers.length - 1}
          number={current ? number(current) : present ? '正在统计' : '没有数'}
          note={current ? note(current, counted.before) : present ? '过几分钟再看' : '这个月没有统计过'}
          {...(open ? { onPress: open } : {})}
        >
          <Sparkline values={history.map(one => one && value(one))} label={told(shown, history, place.month)} tooFew="前几个月没有数" />
        </Figure>
      )
    })}
  </Figures>
)
