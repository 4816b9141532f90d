/** The ladder (P30): own liaison → group leader and the service team of the kind → volunteers near → secretary → street. */
export const rungs = ['liaison', 'team', 'near', 'secretary', 'street'] as const
export type Rung = (typeof rungs)[number]
/** The roles in which a helper is asked. */
export const helperRoles = ['liaison', 'leader', 'team', 'volunteer', 'secretary', 'street', 'bureau'] as const
export type HelperRole = (typeof helperRoles)[number]

/** Without an owner; taken; on the way; reported done; confirmed; taken back by the elder. */
export const requestStates = ['waiting', 'accepted', 'on-the-way', 'done', 'closed', 'cancelled'] as const
export type RequestState = (typeof requestStates)[number]
/** The lists of a desk. What has no owner or is in hand stands also among the broken or those at risk, where its promise is. */
export const lanes = ['unowned', 'broken', 'at-risk', 'running', 'done'] as const
export type Lane = (typeof lanes)[number]
export const risks = ['fine', 'at-risk', 'broken'] as const
export type Risk = (typeof risks)[number]

/** What can happen to a request, each a line on the timeline; `by` is missing where a clock did it. */
export const happenings = [
  'raised', 'said-more', 'asked', 'rang', 'declined', 'taken', 'second-wanted', 'second', 'on-the-way', 'note', 'planned', 'handed-over', 'assigned',
  'by-default', 'at-risk', 'broken', 'done', 'confirmed', 'reopened', 'closed-silently', 'cancelled', 'nobody',
] as const // prettier-ignore
export type Happening = (typeof happenings)[number]

/** As which viewer the caller sees it: `asked` may take it, `past` was asked and is no longer concerned, `desk` holds an office over it. */
export const viewers = ['elder', 'asked', 'owner', 'second', 'desk', 'past'] as const
export type Viewer = (typeof viewers)[number]

/** What the caller may do now: the buttons of the screen. */
export const acts = [
  'accept', 'decline', 'progress', 'handOver', 'askSecond', 'plan', 'done', 'confirm', 'cancel', 'sayMore', 'reassign',
] as const // prettier-ignore
export type Act = (typeof acts)[number]
