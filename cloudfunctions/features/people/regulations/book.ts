import { bookOf, type Book } from '../../../../core/people/regulations/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { Regulations, type StoredRule } from './documents'

/** What the organizations on this path set; one query. */
export const ownRules = (store: Store, path: string): Promise<StoredRule[]> =>
  store.table(Regulations).findAll({ orgId: { in: scopesOf(path) } })

/** The rules that hold at a path (`people/regulations`). One query. */
export const regulationsFor = async (store: Store, path: string): Promise<Book> => bookOf(await ownRules(store, path), scopesOf(path))
