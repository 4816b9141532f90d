import { type Account, arrearsOf, baseIn, dueIn, noAccount, paidIn } from '../../../../core/means/dues/rules'
import type { dues as contract } from '../../../../core/means/dues/contract'
import type { Book } from '../../../../core/people/public'
import type { DateText, Output } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Members, type Member } from '../../people/public'
import { DuesAccounts, type DuesAccount } from './documents'

type DuesItem = Output<(typeof contract)['dues.list']>['items'][number]

/** A member of a branch with what decides about their dues. */
export interface Owing {
  member: Member
  account: DuesAccount | undefined
}

/** As many as one request reads. */
const AT_ONCE = 1000

/** The living members whose membership is in a branch, with their accounts. One request for a branch of up to a thousand. */
export const owingIn = async (store: Store, branchId: string): Promise<Owing[]> => {
  const all: Owing[] = []
  let after: string | undefined
  for (;;) {
    const rows = await store.join(Members, { branchId }, '_id', DuesAccounts, AT_ONCE, {
      order: [['_id', 'asc']],
      ...(after === undefined ? {} : { after: [after, after] as const }),
    })
    for (const { joined, ...member } of rows) if (member.state === 'active') all.push({ member, account: joined[0] })
    after = rows.at(-1)?._id
    if (rows.length < AT_ONCE || after === undefined) return all
  }
}

/** One line of the sheet of a month. */
const itemOf = (book: Book, { member, account }: Owing, month: string, today: DateText): DuesItem => {
  const seen: Account = account ?? noAccount
  const paid = paidIn(seen, month)
  const base = baseIn(seen.bases, month)
  return {
    memberId: member._id,
    name: member.name,
    dueFen: dueIn(book, seen, month),
    paidFen: paid?.fen ?? 0,
    arrearsMonths: arrearsOf(book, seen, today).length,
    ...(base ? { standing: base.standing } : {}),
    ...(paid ? { entryId: paid.entryId } : {}),
    told: paid?.told === true,
    ...(account?.remindedOn === undefined ? {} : { remindedOn: account.remindedOn }),
    relieved: seen.reliefs.some(one => one.from <= month && month <= one.until),
  }
}

const rank = (one: DuesItem): number => (one.told ? 0 : one.entryId !== undefined ? 3 : one.dueFen > 0 ? 1 : 2)

/** The sheet of a month: what was told first, then those who owe it, those without a base, those who paid. */
export const sheetOf = (book: Book, owing: readonly Owing[], month: string, today: DateText): DuesItem[] =>
  owing
    .map(one => itemOf(book, one, month, today))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'zh') || (one.memberId < other.memberId ? -1 : 1))
