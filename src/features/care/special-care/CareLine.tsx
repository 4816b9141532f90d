import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { routes } from '../../../../core/shared/routes'

/** On the desk of a branch: how many were not contacted in time. */
export const CareLine = ({ orgId }: { orgId: string }) => {
  const counts = useQuery('care.list', { orgId }).data?.counts
  if (!counts || counts.overdue === 0) return null
  return (
    <LinkRow
      icon="phone"
      words={`${String(counts.overdue)} 位老同志超期没联系`}
      note="按这里看，打个电话问一问"
      onPress={() => go(routes.special())}
    />
  )
}
