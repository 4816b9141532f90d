import type { Given } from '../../../../platform/call'

/** What each part of a year's ledger is given; it says what was done. */
export interface PartProps {
  orgId: string
  year: number
  data: Given<'fund.ledger'>
  onDone: (words: string) => Promise<void>
}
