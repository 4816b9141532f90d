import { isKept } from '../../cloudfunctions/features/upkeep/backups/order'
import type { AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import { keeping } from '../../cloudfunctions/keeping'
import type { Keeping } from '../../cloudfunctions/kernel/keeping'

/** What a backup keeps, by collection. */
export const table: Readonly<Record<string, Keeping>> = keeping

/** Is it a row that backup and restore leave alone? */
export const isOutside = (collection: string, row: AnyRow): boolean => {
  const said = table[collection]
  return !isKept(said) || said.not?.(row) === true
}
