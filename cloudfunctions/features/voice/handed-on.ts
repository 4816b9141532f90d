import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { Suggestions } from './suggestions/documents'
import { suggestionColumns, suggestionRow } from './suggestions/lists'

/** What a branch hands on of what its members proposed. */
export const voiceHandedOn = async (store: Store, branchId: string): Promise<TextSheet[]> => {
  const rows = await store.table(Suggestions).findAll({ scopes: branchId })
  return [{ name: '建言献策', columns: suggestionColumns, rows: rows.sort((one, other) => one.at - other.at).map(suggestionRow) }]
}
