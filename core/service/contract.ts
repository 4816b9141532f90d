import { honours } from './honours/contract'
import { musters } from './musters/contract'
import { posts } from './posts/contract'
import { stations } from './stations/contract'
import { teams } from './teams/contract'
import { volunteers } from './volunteers/contract'

/** The operations of this context. */
export const service = { ...posts, ...stations, ...teams, ...volunteers, ...honours, ...musters } as const
