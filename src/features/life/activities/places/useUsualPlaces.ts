import { addDays, dateOf, instantOf } from '../../../../../core/shared/calendar'
import { now } from '../../../../platform/clock'
import { useQuery } from '../../../../platform/query'
import type { Place } from './places'

/** How far back places are remembered, in days. */
const REMEMBERED_DAYS = 92

/** Where the branch has met lately, the latest first; `undefined` while they are asked for. */
export const useUsualPlaces = (branchId: string | null): Place[] | undefined => {
  const query = useQuery(
    'activity.list',
    branchId === null ? null : { branchId, from: instantOf(addDays(dateOf(now()), -REMEMBERED_DAYS)) },
  )
  if (query.state === 'loading') return undefined
  const places = new Map<string, Place>()
  for (const { place } of [...(query.data?.items ?? [])].reverse()) if (!places.has(place.name)) places.set(place.name, place)
  return [...places.values()]
}
