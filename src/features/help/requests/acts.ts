import type { Query } from '../../../platform/query'
import type { Full } from './words'

/** What every act of a request's page is given. */
export interface ActProps {
  request: Full
  /** For whom one acts as the elder's family. */
  forMemberId: { forMemberId?: string }
  /** Fetches the request anew after something was done. */
  onDone: Query<Full>['reload']
}

/** The same for what is filled in on a screen of its own. */
export interface FormProps extends ActProps {
  onBack: () => void
}

/** May this person do that now? */
export const may = ({ may: allowed }: Full, act: Full['may'][number]): boolean => allowed.includes(act)

/** Somebody was faster: who, as the refusal tells. */
export const takenBy = (data: unknown): { name: string; role: string } | undefined => {
  if (typeof data !== 'object' || data === null || !('by' in data)) return undefined
  const { by } = data
  if (typeof by !== 'object' || by === null || !('name' in by) || !('role' in by)) return undefined
  return typeof by.name === 'string' && typeof by.role === 'string' ? { name: by.name, role: by.role } : undefined
}
