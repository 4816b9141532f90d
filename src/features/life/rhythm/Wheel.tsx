import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dutyWords } from '../../../../core/life/rhythm/words'
import { periodsOf } from '../../../../core/shared/obligations/periods'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import { type Item, markOfAll, withinYear } from './words'
import './Rhythm.css'

interface Props {
  year: number
  items: readonly Item[]
  chosen: string | undefined
  onChoose: (period: string) => void
  /** What there is to say of the chosen period; stands below its quarter, where it stands here. */
  children?: ReactNode
}

/** A quarter's months, then what is owed across: the quarter, and what ends with it. */
const quarters = (year: number) => {
  const [months, whole, halves] = [periodsOf('month', year), periodsOf('quarter', year), periodsOf('half', year)]
  return whole.map((quarter, index) => ({
    quarter,
    months: months.slice(3 * index, 3 * index + 3),
    across: [quarter, ...(index === 1 ? halves.slice(0, 1) : index === 3 ? [...halves.slice(1), String(year)] : [])],
  }))
}

/** A branch's year at a glance: how each month, quarter, half and the year itself stands; one of them is open. */
export const Wheel = ({ year, items, chosen, onChoose, children }: Props) => {
  const of = (period: string) => items.filter(one => one.period === period)
  const cell = (period: string, across: boolean) => {
    const own = of(period)
    if (own.length === 0 && across) return null
    const { icon, tone, words } = own.length === 0 ? { icon: undefined, tone: 'soft', words: '没有' } : markOfAll(own)
    const name = across ? `${withinYear(period)}：${own.map(one => dutyWords[one.duty]).join('、')}` : withinYear(period)
    return (
      <View
        key={period}
        className={`wheel-cell${across ? ' across row' : ''}${period === chosen ? ' chosen' : ''}`}
        hoverClass="card-pressed"
        onClick={() => onChoose(period)}
        {...spoken('button', { label: `${name}，${words}` })}
      >
        <View className={across ? 'grow' : 'strong'}>{name}</View>
        <View className={`wheel-state tone-${tone}`}>
          {icon && <Icon name={icon} tone={tone} />}
          <View className="state-words">{words}</View>
        </View>
      </View>
    )
  }
  return (
    <View className="stack">
      {quarters(year).map(({ quarter, months, across }) => (
        <View key={quarter} className="stack">
          <View className="wheel">
            {months.map(period => cell(period, false))}
            {across.map(period => cell(period, true))}
          </View>
          {chosen !== undefined && [...months, ...across].includes(chosen) && children}
        </View>
      ))}
    </View>
  )
}
