import { useQuery } from '../../platform/query'

/** The Party groups of a branch that are not closed. */
export const useGroups = (branchId: string) => {
  const query = useQuery('org.children', { orgId: branchId })
  return { query, groups: (query.data?.items ?? []).filter(one => one.kind === 'group' && !one.closed) }
}
