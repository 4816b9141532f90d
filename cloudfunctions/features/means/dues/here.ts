import type { Book } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { Store } from '../../../kernel/store'
import { type Member, Organizations, type Organization, regulationsFor } from '../../people/public'

/** A branch, with the rules that hold there. */
export interface Place {
  branch: Organization
  book: Book
  /** Does this kind of branch take in dues? */
  collects: boolean
}

/** The same of a branch that was read already. */
export const placeOf = async (store: Store, branch: Organization, now: number): Promise<Place> => {
  const book = await regulationsFor(store, branch.path)
  return { branch, book, collects: book.holds('branch.collects-dues', { on: dateOf(now), branchKind: branch.branchKind }) }
}

/** The branch where a person's membership is; null for one on no roster. One wave. */
export const placeOfMember = async (
  store: Store,
  { branchId, path }: Pick<Member, 'branchId' | 'path'>,
  now: number,
): Promise<Place | null> => {
  const [branch, book] = await Promise.all([store.table(Organizations).get(branchId), regulationsFor(store, path)])
  if (branch?.kind !== 'branch') return null
  return { branch, book, collects: book.holds('branch.collects-dues', { on: dateOf(now), branchKind: branch.branchKind }) }
}

/** Where a person's dues are taken in; null where they are not. */
export const collecting = async (store: Store, member: Member, now: number): Promise<Place | null> => {
  const place = member.state === 'active' ? await placeOfMember(store, member, now) : null
  return place?.collects ? place : null
}
