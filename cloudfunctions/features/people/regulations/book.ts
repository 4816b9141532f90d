import { bookOf, type Book } from '../../../../core/people/regulations/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { Regulations, type StoredRule } from './documents'

/** What the organizations on these paths set; one query. */
export const ownRules = (store: Store, paths: readonly string[]): Promise<StoredRule[]> => {
  const scopes = [...new Set(paths.flatMap(scopesOf))]
  return store.table(Regulations).findAll({ orgId: { in: scopes } })
}

/** The rules that hold at a path (`people/regulations`). One query. */
export const regulationsFor = async (store: Store, path: string): Promise<Book> => bookOf(await ownRules(store, [path]), scopesOf(path))

/** The same for each of several paths; still one query. */
export const regulationsAt = async (store: Store, paths: readonly string[]): Promise<(path: string) => Book> => {
  const own = await ownRules(store, paths)
  return path => {
    const scopes = scopesOf(path)
    return bookOf(
      own.filter(row => scopes.includes(row.orgId)),
      scopes,
    )
  }
}
