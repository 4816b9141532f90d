import { Beside } from '../../../components/Beside'
import { useWide } from '../../../platform/wide'
import { PeriodDuties } from './Period'
import { Wheel } from './Wheel'
import type { Item } from './words'

interface Props {
  year: number
  items: readonly Item[]
  chosen: string | undefined
  onChoose: (period: string) => void
  plans: boolean
}

/** The year, and the period that is open in it: below its quarter on a phone, beside the year in a wide window. */
export const YearAndPeriod = ({ plans, ...year }: Props) => {
  const wide = useWide()
  const period = <PeriodDuties items={year.items.filter(one => one.period === year.chosen)} plans={plans} />
  return wide ? (
    <Beside chosen={period}>
      <Wheel {...year} />
    </Beside>
  ) : (
    <Wheel {...year}>{period}</Wheel>
  )
}
