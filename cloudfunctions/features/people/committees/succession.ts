import type { Succeed } from '../../../kernel/succession'
import { Committees } from './documents'

/** The committee of a branch that ends, ends with it: it stays to be looked up, stands on no list, and no one is reminded of its term. */
export const committeeEnds: Succeed = async ({ store }, { from, paths }) => {
  const path = paths.find(one => one.from.endsWith(`/${from}/`))?.into
  if (path === undefined) return
  await store.table(Committees).update({ _id: from }, { set: { path, scopes: [] }, unset: ['remindOn', 'waitsSince'] })
}
