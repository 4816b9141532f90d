import { balanceOn } from '../../../../core/means/funds/ledger'
import { dateOf } from '../../../../core/shared/calendar'
import { rightsGo, type Succeed } from '../../../kernel/succession'
import { bookedBy, bookOnce, monthsOf } from './book'
import { FundBooks, FundClaims, FundMonths, FundProposals, FundPublications } from './documents'

/** The book stays where it was written, under the rights of the branch in its place. */
export const booksGo: Succeed = (ports, going) => rightsGo(ports, FundBooks, {}, going)
export const claimsGo: Succeed = (ports, going) => rightsGo(ports, FundClaims, {}, going)
export const proposalsOfFundsGo: Succeed = (ports, going) => rightsGo(ports, FundProposals, {}, going)
export const publicationsGo: Succeed = (ports, going) => rightsGo(ports, FundPublications, {}, going)

/** What is in hand of a branch all of which goes is passed on to the one in its place, once, in both books. A branch that gives up a part keeps its money. */
export const monthsGo: Succeed = async (ports, going) => {
  const { store, now, newId } = ports
  const { from, fromName, into, intoName, paths } = going
  const own = paths.find(one => one.from.endsWith(`/${from}/`))
  if (own) {
    const on = dateOf(now)
    const key = `passed:${into}`
    // Repeated after a cut, it goes by what was passed on then.
    const [months, earlier] = await Promise.all([monthsOf(store, from), bookedBy(store, from, [key])])
    const fen = earlier.get(key)?.fen ?? balanceOn(months, on)
    if (fen > 0) {
      const common = { fen, on, line: '结转', fileIds: [], at: now, by: { memberId: null, name: '' } }
      const out = { _id: from, name: fromName, path: own.from }
      const passed = await bookOnce(ports, out, key, { ...common, _id: newId(), kind: 'passed', words: `并入${intoName}` })
      const at = { _id: into, name: intoName, path: own.into }
      const words = `${fromName}并入时转来`
      await bookOnce(ports, at, `carried:${from}`, { ...common, fen: passed.fen, _id: newId(), kind: 'carried', words })
    }
  }
  await rightsGo(ports, FundMonths, {}, going)
}
