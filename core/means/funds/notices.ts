import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayMoney } from '../dues/words'
import { kindTable } from './kinds'
import type { Entry } from './ledger'

const when = (at: Instant): string => shanghai(at).format('YYYY-MM-DD HH:mm')

/** To those who may be the second person: a spend waits for them. */
export const proposedNotice = (entry: Entry, org: { _id: string; name: string }, at: Instant): Telling => ({
  kind: 'fund-desk',
  about: entry._id,
  title: '有一笔支出等您同意',
  text: `${entry.by.name}提出：${entry.line}${kindTable[entry.kind].words}${sayMoney(entry.fen)}。${entry.words}`,
  page: routes.funds({ orgId: org._id, name: org.name }),
  fields: { what: '有一笔支出等您同意', when: when(at), where: org.name, note: '点开看一看' },
})

/** To the members of a branch: what was done with the money of a year. */
export const publishedNotice = (branch: { _id: string; name: string }, year: number, at: Instant): Telling => ({
  kind: 'fund-published',
  about: `${branch._id}:${String(year)}`,
  title: `${String(year)}年党费和经费公示了`,
  text: `${branch.name}把${String(year)}年党费收了多少、经费怎么用的，都写出来了，请您看看。`,
  page: routes.fundsPublished(),
  fields: { what: `${String(year)}年党费和经费公示`, when: when(at), where: branch.name, note: '点开看一看' },
})

/** To the secretary: dues of quarters that are over are still in hand. Once for a month in which it is said. */
export const handInNotice = (
  quarters: readonly { quarter: string; fen: number }[],
  branch: { _id: string; name: string },
  month: string,
  at: Instant,
): Telling => {
  const said = quarters.map(one => `${one.quarter.slice(0, 4)}年第${one.quarter.slice(6)}季度${sayMoney(one.fen)}`).join('，')
  return {
    kind: 'dues-desk',
    about: `hand-in:${branch._id}:${month}`,
    title: '有党费该上交了',
    text: `${branch.name}收的党费还没有上交：${said}。上交以后，在“党费”的“一年收缴、上交、返还”里记一笔。`,
    page: routes.dues(),
    fields: { what: '有党费该上交了', when: when(at), where: branch.name, note: '点开看一看' },
  }
}

/** To the secretary: the money of the year before is not published yet. */
export const publishNotice = (year: number, branch: { _id: string; name: string }, month: string, at: Instant): Telling => ({
  kind: 'fund-desk',
  about: `publish:${branch._id}:${month}`,
  title: `${String(year)}年的党费和经费该公示了`,
  text: `${branch.name}${String(year)}年的党费和经费，还没有向党员公示。在“经费账”里选${String(year)}年，点“公示给党员”。`,
  page: routes.funds({ orgId: branch._id, name: branch.name, year }),
  fields: { what: `${String(year)}年党费和经费公示`, when: when(at), where: branch.name, note: '点开看一看' },
})
