import type { Telling } from '../../shared/notices'
import { sayPeriod } from '../../shared/obligations/periods'
import type { DateText } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'
import type { DutyOwed } from './owing'
import { dutyWords } from './words'

interface Reminded {
  branchId: string
  name: string
  today: DateText
}

/** 12月的支委会. */
const said = ({ duty, period }: Pick<DutyOwed, 'duty' | 'period'>): string =>
  `${sayPeriod(period).replace(/^\d+年(?=.)/, '')}的${dutyWords[duty]}`

/** A branch's secretaries are reminded, before a period ends, of all that is neither held nor planned in it; one word a day. */
export const soonOwed = (items: readonly DutyOwed[], { branchId, name, today }: Reminded): Telling => {
  const last = items.map(one => one.span.to).sort()[0] ?? today
  const what = items.map(said).join('、')
  return {
    kind: 'rhythm-due',
    about: `${branchId}:${today}`,
    title: `还没办：${what}`,
    text: `${sayDay(last)}以前要办：${what}。点开就能发通知，名称和日期已经替您填好。`,
    page: routes.rhythm({ orgId: branchId, name }),
    fields: { what, when: `${last} 18:00`, where: name, note: '点开就能发通知' },
  }
}
