import type { DateText } from '../../shared/operation'
import type { Standing } from './rules'

/** How money came; it never passes through the product. */
export const ways = ['cash', 'transfer'] as const
export type Way = (typeof ways)[number]
export const wayWords: Readonly<Record<Way, string>> = { cash: '现金', transfer: '转账' }

export const standingWords: Readonly<Record<Standing, string>> = { retired: '离退休', 'in-service': '在职' }

/** 25.00, 1,250.50 */
export const sayYuan = (fen: number): string => {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  return `${sign}${whole.toLocaleString('en-US')}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}
/** 25元, 62.50元: an amount has both its digits or none. */
export const sayMoney = (fen: number): string => `${sayYuan(fen).replace(/\.00$/u, '')}元`

/** What was typed as 元, in 分; undefined where it is no amount. */
export const fenOf = (typed: string): number | undefined => {
  const said = typed.trim().replace(/[,，元]/gu, '')
  if (!/^\d{1,8}(\.\d{1,2})?$/u.test(said)) return undefined
  const [whole = '0', part = ''] = said.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
/** The same the other way, for a field: 25 or 62.5. */
export const typedYuan = (fen: number): string => String(fen / 100)

const monthWords = (month: string): string => `${String(Number(month.slice(5)))}月`
export const sayMonth = (month: string): string => `${month.slice(0, 4)}年${monthWords(month)}`

/** 2026年1月至3月、5月 */
export const sayMonths = (months: readonly string[]): string => {
  const sorted = [...months].sort()
  const runs: string[][] = []
  for (const month of sorted) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const follows = last !== undefined && last.slice(0, 4) === month.slice(0, 4) && Number(month.slice(5)) === Number(last.slice(5)) + 1
    if (run && follows) run.push(month)
    else runs.push([month])
  }
  let year = ''
  return runs
    .map(run => {
      const [first = ''] = run
      const last = run.at(-1) ?? first
      const said = first.slice(0, 4) === year ? monthWords(first) : sayMonth(first)
      year = first.slice(0, 4)
      return first === last ? said : `${said}至${monthWords(last)}`
    })
    .join('、')
}

/** 千分之五 is said as 0.5%. */
export const sayRate = (permille: number): string => `${String(permille / 10)}%`

const baseWords: Readonly<Record<Standing, string>> = { retired: '基本养老金', 'in-service': '税后月收入' }

/** What a month asks and why, in one sentence. */
export const sayDues = ({
  monthlyFen,
  baseFen,
  rate,
  standing,
  relieved,
}: {
  monthlyFen: number
  baseFen: number
  rate: number
  standing: Standing
  relieved: boolean
}): string => {
  if (relieved) return monthlyFen === 0 ? '组织上已经同意您现在不用交党费。' : `组织上已经同意您少交，每月交${sayMoney(monthlyFen)}。`
  return `您每月交${sayMoney(monthlyFen)}：${baseWords[standing]}${sayMoney(baseFen)}，按${sayRate(rate)}算。`
}

export const sayDay = (on: DateText): string => `${String(Number(on.slice(5, 7)))}月${String(Number(on.slice(8)))}日`
