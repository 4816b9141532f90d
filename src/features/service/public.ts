/** What other contexts may use of this one. */
export { postOfQuery } from './posts/links'
export { HelpKinds } from './teams/HelpKinds'
export { musterOfQuery } from './musters/links'
