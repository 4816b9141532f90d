import { honours } from './honours/contract'
import { posts } from './posts/contract'
import { teams } from './teams/contract'
import { volunteers } from './volunteers/contract'

/** The operations of this context. */
export const service = { ...posts, ...teams, ...volunteers, ...honours } as const
