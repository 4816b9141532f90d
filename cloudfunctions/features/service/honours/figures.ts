import type { Store } from '../../../kernel/store'
import { Honours } from './documents'

/** The honours of a year that an organization granted itself, and how many of them were withdrawn. */
export const honoursIn = async (store: Store, orgId: string, year: number) => {
  const rows = (await store.table(Honours).findAll({ orgId })).filter(one => one.on.startsWith(String(year)))
  return { granted: rows.length, withdrawn: rows.filter(one => one.state === 'withdrawn').length }
}
