import type { Instant } from '../../core/shared/operation'
import type { Row } from './collection'

/** To which branch a row belongs, for the restore of a branch alone: that of the row of another collection which a field names. */
type Through<Name extends string, Field extends string> = readonly [collection: Name, field: Field | '_id:']

/**
 * What a backup keeps of a collection, and what a restore has to know of it. A collection that is left out of the table
 * (`cloudfunctions/keeping.ts`) does not compile.
 */
export type Keeping<Name extends string = string, D extends Row = Row, Field extends string = string> =
  /** Of use for hours at most, or about this environment alone. */
  | 'not kept'
  | {
      /**
       * `path`: organizations; a branch is the part of the tree below it. `whole`: of no one branch. Else through any of these fields, which may be
       * lists; `_id:` is the part of the key before its first colon.
       */
      of: 'path' | 'whole' | readonly Through<Name, Field>[]
      /** What happened stays: a restore adds rows, and neither changes nor removes any. */
      history?: true
      /**
       * Worked out from other rows, with a mark for the timer (`kernel/marks`): after a restore it is worked out again, always or where that was done
       * `since` the backup began; after a restore of a part wherever it is still open. What is closed stays as it was worked out then.
       */
      derived?: 'always' | { since: Field; isOpen(row: D, now: Instant): boolean }
      /** It lets people in, so that a restore leaves it to the end. */
      lets?: 'in'
      /** Rows that another environment can do nothing with: neither kept nor touched. A method, so that the table can be used where any row may be meant. */
      not?(row: D): boolean
      /** What a row has to be once it is back. */
      restored?(row: D): D
    }
