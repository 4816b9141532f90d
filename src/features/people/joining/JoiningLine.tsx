import { routes } from '../../../../core/shared/routes'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import type { Me } from '../identity/session'

/** On a desk: people wait to be put on the roster. Nothing where none do. */
export const JoiningLine = ({ orgId, name }: { orgId: string; name?: string }) => {
  const { data } = useQuery('joining.list', { orgId })
  const [first, ...others] = data?.items ?? []
  if (!first) return null
  const many = others.length > 0 ? `等 ${String(others.length + 1)} 位` : ''
  return (
    <LinkRow
      icon="person-add"
      words={`${first.name}${many}请您加进名册`}
      note="看一看，打个电话"
      onPress={() => go(routes.joining({ orgId, name }))}
    />
  )
}

/** On the first screen of the bureau: those who named no branch that could be made out. */
export const BureauJoiningLine = ({ me }: { me: Me }) => {
  const office = me.grants.find(grant => grant.role === 'bureau')
  return office ? <JoiningLine orgId={office.orgId} name={office.orgName} /> : null
}
