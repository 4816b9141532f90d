/** What other contexts may use of this one. */
export { fact, type HeldFact } from './identity/held-facts'
export { nameKey, sameName } from './names/names'
export { belongedOn, ended, revived } from './memberships/intervals'
export type { Profile } from './roster/contract'
export { sayBirthday, sayDate } from './roster/date-words'
export { sayLook } from './looks/say-look'
export { maskPhone } from './roster/phones'
export { careWords } from './roster/words'
