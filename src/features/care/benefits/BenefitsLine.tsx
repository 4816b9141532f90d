import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import type { Given } from '../../../platform/call'
import { useQuery } from '../../../platform/query'
import { routes } from '../../../../core/shared/routes'

type Kind = Given<'benefit.coverage'>['kinds'][number]

/** On the home of a group leader or liaison: the benefits of the people they look after. */
export const BenefitsLine = ({ orgId, of }: { orgId: string; of: string }) => {
  const kinds = useQuery('benefit.coverage', { orgId }).data?.kinds
  if (!kinds) return null
  const sum = (pick: (one: Kind) => number) => kinds.reduce((total, one) => total + pick(one), 0)
  const overdue = sum(one => one.overdue)
  const left = sum(one => one.concerned - one.done)
  return (
    <LinkRow
      icon="wallet"
      words={`${of}的体检、报销、津贴`}
      note={overdue > 0 ? `${String(overdue)} 项过期还没办` : left > 0 ? `还有 ${String(left)} 项没办` : '都办好了'}
      onPress={() => go(routes.benefits({ orgId, name: of }))}
    />
  )
}
