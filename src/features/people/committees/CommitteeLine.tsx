import { isGrave, sayWarning } from '../../../../core/people/committees/words'
import { routes } from '../../../../core/shared/routes'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'

/** On the desk of a branch: what its committee needs. Nothing where it needs nothing. */
export const CommitteeLine = ({ orgId }: { orgId: string }) => {
  const { data } = useQuery('committee.get', { orgId })
  if (!data) return null
  const { warnings, declined } = data
  const first = declined ? '名单退回来了，请再看看' : warnings.filter(one => isGrave(one) || one === 'expiring').map(sayWarning)[0]
  return first === undefined ? null : (
    <LinkRow icon="people" words={`支部班子：${first}`} note="看一看，照着办" onPress={() => go(routes.committee({ orgId }))} />
  )
}
