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

/** On the first screen of a helper: who to call now. */
export const MyCareLine = () => {
  const items = useQuery('care.mine', {}).data?.items
  if (!items || items.length === 0) return null
  const late = items.filter(item => item.late.length > 0)
  const [first] = late
  return (
    <LinkRow
      icon="phone"
      words={first ? `该联系${first.name}了` : `我联系的 ${String(items.length)} 位老同志`}
      note={first ? (late.length > 1 ? `一共 ${String(late.length)} 位超期没联系` : `超期 ${String(first.daysLate)} 天了`) : '都按时联系了'}
      onPress={() => go(first && late.length === 1 ? routes.carePerson({ memberId: first.memberId }) : routes.special({ mine: true }))}
    />
  )
}
