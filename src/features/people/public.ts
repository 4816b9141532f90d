/** What other contexts may use of this one. */
export { Agreed, type AgreedActing, Known, type KnownActing } from './identity/Known'
export { relationWord } from './identity/relations'
export { actFor, peopleOf, type Acting, type Me, type Person } from './identity/session'
export { ChooseOffice } from './organizations/ChooseOffice'
export { officesOf, type Office } from './organizations/offices'
export { CallMember, CallNumbers } from './roster/CallMember'
export { useBranchMembers, type BranchMember } from './roster/branchMembers'
export { FindPerson, type Found } from './roster/FindPerson'
