import type { Given } from '../../../../platform/call'

export type Person = Given<'dues.person'>

/** What each form about one person's dues is given; it says whether something was saved. */
export interface FormProps {
  memberId: string
  data: Person
  onDone: (saved: boolean) => void
}
