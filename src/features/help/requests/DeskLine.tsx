import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import type { Me } from '../../people/public'
import { officesOf } from '../../people/public'
import { routes } from '../../../../core/shared/routes'

interface Props {
  orgId: string
  /** Whose requests, where that is not plain. */
  of?: string
}

/** One line when a request has no owner or its promise is in danger; silent otherwise. */
export const DeskLine = ({ orgId, of = '' }: Props) => {
  const counts = useQuery('request.desk', { orgId, lane: 'unowned' }).data?.counts
  if (!counts || counts.unowned + counts.atRisk === 0) return null
  const words = [counts.unowned > 0 ? `${counts.unowned} 件求助没人接` : '', counts.atRisk > 0 ? `${counts.atRisk} 件快要超时` : ''].filter(
    Boolean,
  )
  return (
    <LinkRow
      icon="warn"
      words={`${of === '' ? '' : `${of}：`}${words.join('，')}`}
      note="按这里看，给人打电话、请人来办"
      onPress={() => go(routes.requestDesk({ orgId, lane: counts.unowned > 0 ? 'unowned' : 'at-risk' }))}
    />
  )
}

/** On the first screen of a group leader or liaison: which requests of their people are without an owner. A secretary has a desk for that. */
export const OfficeLines = ({ me }: { me: Me }) => (
  <>
    {officesOf(me)
      .filter(office => !office.secretary)
      .map(({ orgId, orgName }) => (
        <DeskLine key={orgId} orgId={orgId} of={orgName} />
      ))}
  </>
)
