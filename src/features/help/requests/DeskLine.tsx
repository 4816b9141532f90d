import type { Lane } from '../../../../core/help/requests/states'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import type { Me } from '../../people/public'
import { officesOf } from '../../people/public'
import { countOf, laneOrder } from './lanes'
import { routes } from '../../../../core/shared/routes'

interface Props {
  orgId: string
  /** Whose requests, where that is not plain. */
  of?: string
}

/** The lists that call for a look, in their order, after how many stand on each. */
const burningWords: Partial<Record<Lane, string>> = { unowned: '件求助没人接', broken: '件求助已超时', 'at-risk': '件求助快超时' }

/** How often an officer's first screen looks again while it is in sight, ms. */
const LOOK_MS = 30_000

/** One line when a request has no owner or its promise is in danger; silent otherwise. */
export const DeskLine = ({ orgId, of = '' }: Props) => {
  const query = useQuery('request.desk', { orgId, lane: 'unowned' })
  useRepeat(query.reload, LOOK_MS, useVisible())
  const counts = query.data?.counts
  const burning = counts ? laneOrder.filter(lane => lane in burningWords && countOf(counts, lane) > 0) : []
  const [first] = burning
  if (!counts || !first) return null
  const words = burning.map(lane => `${countOf(counts, lane)} ${burningWords[lane] ?? ''}`)
  return (
    <LinkRow
      icon="warn"
      words={`${of === '' ? '' : `${of}：`}${words.join('，')}`}
      note="按这里看，给人打电话、请人来办"
      onPress={() => go(routes.requestDesk({ orgId, lane: first }))}
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
