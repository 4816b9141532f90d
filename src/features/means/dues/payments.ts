import { sayMoney, sayMonths } from '../../../../core/means/dues/words'
import type { DateText } from '../../../../core/shared/operation'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

type Payment = Given<'dues.mine'>['payments']['items'][number]

/** 2026年10月至11月，48元. */
export const titleOf = ({ months, fen, special }: Pick<Payment, 'months' | 'fen' | 'special'>): string =>
  `${special ? '自愿多交' : sayMonths(months)}，${sayMoney(fen)}`

/** How a payment stands. */
export const stateOf = ({ told, undone, reversal }: Payment): { icon: IconName; tone: 'good' | 'soft' | 'warn'; words: string } => {
  if (reversal) return { icon: 'swap', tone: 'soft', words: '冲销' }
  if (undone !== undefined) return { icon: 'close', tone: 'soft', words: `已冲销：${undone}` }
  return told ? { icon: 'clock', tone: 'warn', words: '等书记核对' } : { icon: 'done', tone: 'good', words: '收到了' }
}

interface Open {
  month: string
  fen: number
}
interface Choice {
  value: string
  words: string
  hint: string
  months: string[]
  fen: number
}

const choiceOf = (open: readonly Open[], hint: string): Choice => {
  const months = open.map(one => one.month)
  const fen = open.reduce((sum, one) => sum + one.fen, 0)
  return { value: months.at(-1) ?? '', words: `${sayMonths(months)}，${sayMoney(fen)}`, hint, months, fen }
}

/** The last month of the quarter of a month. */
const quarterEnd = (month: string): string => `${month.slice(0, 4)}-${String(Math.ceil(Number(month.slice(5)) / 3) * 3).padStart(2, '0')}`

/** Which months one usually pays at once: up to this month, up to the end of the quarter or of the year, or the next one alone. */
export const choicesOf = (open: readonly Open[], today: DateText): Choice[] => {
  const month = today.slice(0, 7)
  const until = (last: string) => open.filter(one => one.month <= last)
  const all = [
    { some: until(month), hint: '交到这个月' },
    { some: until(quarterEnd(month)), hint: '交到这个季度' },
    { some: until(`${today.slice(0, 4)}-12`), hint: '交到今年年底' },
    { some: open.slice(0, 1), hint: '只交一个月' },
    { some: open.slice(0, 3), hint: '交三个月' },
  ].filter(one => one.some.length > 0)
  const choices = all.map(({ some, hint }) => choiceOf(some, hint))
  return choices.filter((one, nth) => choices.findIndex(other => other.value === one.value) === nth)
}
