import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { routes } from '../../../../core/shared/routes'

/** One line of the desk while an elder is without a helper; silent otherwise. */
export const GapLine = ({ branchId }: { branchId: string }) => {
  const count = useQuery('pairing.gaps', { branchId }).data?.items.length ?? 0
  if (count === 0) return null
  return (
    <LinkRow icon="people" words={`${count} 位老同志没有结对`} note="按这里看，建议好了请谁联系" onPress={() => go(routes.pairings())} />
  )
}
