import type { RequestKind } from '../../../../core/shared/request-kinds'
import { address } from '../../../platform/go'

/** The pages of requests. */
export const pages = {
  ask: (kind: RequestKind) => address('/service/ask/index', { kind }),
  /** `ringsAt`: shown right after asking, and in quiet hours when people are rung. */
  request: (id: string, { ringsAt }: { ringsAt?: number | undefined } = {}) =>
    address('/service/request/index', { id, rings: ringsAt === undefined ? undefined : String(ringsAt) }),
  mine: (part: 'asked' | 'helping' | 'helped' = 'asked') => address('/service/requests/index', { part }),
  desk: (query: { orgId?: string; lane?: string } = {}) => address('/secretary/requests/index', query),
  board: (query: Record<string, string | undefined> = {}) => address('/bureau/board/index', query),
}
