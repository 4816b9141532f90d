import { LinkRow } from '../../components/Rows'
import { address, go } from '../../platform/go'
import { useQuery } from '../../platform/query'
import { pages } from './pages'

/** On the desk of a branch: one line when a request has no owner or its promise is in danger. */
export const DeskLine = ({ orgId }: { orgId: string }) => {
  const counts = useQuery('request.desk', { orgId, lane: 'unowned' }).data?.counts
  if (!counts || counts.unowned + counts.atRisk === 0) return null
  const words = [counts.unowned > 0 ? `${counts.unowned} 件求助没人接` : '', counts.atRisk > 0 ? `${counts.atRisk} 件快要超时` : ''].filter(
    Boolean,
  )
  return (
    <LinkRow
      icon="warn"
      words={words.join('，')}
      note="按这里看，给人打电话、请人来办"
      onPress={() => go(address(pages.desk, { lane: counts.unowned > 0 ? 'unowned' : 'at-risk' }))}
    />
  )
}
