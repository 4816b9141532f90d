import { DUES, type Regulated, USUAL } from './sources'

/** What is set for dues (P70) and for the money of a branch: steps in 元 of the monthly base, rates in ‰ of the whole base. */
export const moneyKeys = [
  'dues.retired-to',
  'dues.retired-low',
  'dues.retired-high',
  'dues.service-to-1',
  'dues.service-to-2',
  'dues.service-to-3',
  'dues.service-1',
  'dues.service-2',
  'dues.service-3',
  'dues.service-4',
  'dues.makeup-months',
  'dues.special-yuan',
  'dues.return-percent',
  'dues.return-days',
  'funds.two-persons-yuan',
  'funds.discussion-yuan',
] as const
export type MoneyKey = (typeof moneyKeys)[number]

const step = (title: string, value: number): Regulated => ({ title, unit: '元', rows: [{ ...DUES, value }] })
const rate = (title: string, value: number): Regulated => ({ title, unit: '‰', rows: [{ ...DUES, value }] })

/** The numbers of docs/rules.md 1.4. */
export const moneyRules: Readonly<Record<MoneyKey, Regulated>> = {
  'dues.retired-to': step('离退休党员：基本养老金多少以下按低的一档', 5000),
  'dues.retired-low': rate('离退休党员低的一档，党费是基本养老金的千分之几', 5),
  'dues.retired-high': rate('离退休党员高的一档，党费是基本养老金的千分之几', 10),
  'dues.service-to-1': step('在职党员：税后月收入多少以下按第一档', 3000),
  'dues.service-to-2': step('在职党员：税后月收入多少以下按第二档', 5000),
  'dues.service-to-3': step('在职党员：税后月收入多少以下按第三档', 10_000),
  'dues.service-1': rate('在职党员第一档，党费是月收入的千分之几', 5),
  'dues.service-2': rate('在职党员第二档，党费是月收入的千分之几', 10),
  'dues.service-3': rate('在职党员第三档，党费是月收入的千分之几', 15),
  'dues.service-4': rate('在职党员第四档，党费是月收入的千分之几', 20),
  'dues.makeup-months': { title: '党费最多可以补交几个月的', unit: '个月', rows: [{ ...DUES, value: 6 }] },
  'dues.special-yuan': step('自愿一次多交多少元以上，全部上缴中央', 1000),
  'dues.return-percent': { title: '上交的党费返还支部多少', unit: '%', rows: [{ ...USUAL, value: 70 }] },
  'dues.return-days': { title: '一个季度过完，多少天内返还党费', unit: '天', rows: [{ ...USUAL, value: 60 }] },
  'funds.two-persons-yuan': {
    title: '一笔支出多少元起要两个人办（一人提出、一人同意；0 是不要求）',
    unit: '元',
    rows: [{ ...USUAL, value: 0 }],
  },
  'funds.discussion-yuan': {
    title: '一笔支出多少元起要附集体讨论记录（0 是不要求）',
    unit: '元',
    rows: [{ ...USUAL, value: 0 }],
  },
}
