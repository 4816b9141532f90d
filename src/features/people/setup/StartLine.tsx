import { useEffect } from 'react'
import { routes } from '../../../../core/shared/routes'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { keep, recall } from '../../../platform/storage'
import type { Me } from '../identity/session'
import { doneOf, isAllDone, steps } from './steps'

/** Districts that were seen complete are not asked about again. */
const place = (orgId: string) => `begun/${orgId}`

const Line = ({ orgId }: { orgId: string }) => {
  const { data } = useQuery('setup.progress', recall(place(orgId)) === true ? null : { orgId })
  const complete = data !== undefined && isAllDone(data)
  useEffect(() => {
    if (complete) keep(place(orgId), true)
  }, [complete, orgId])
  if (!data || complete) return null
  const all = Object.keys(steps).length
  return (
    <LinkRow icon="list" words="开始使用" note={`四步，做好了 ${String(doneOf(data))}/${String(all)}`} onPress={() => go(routes.start())} />
  )
}

/** On the first screen of the bureau and of a street: the way on, until what is new has all it needs. */
export const StartLine = ({ me }: { me: Me }) => {
  const office = me.grants.find(grant => grant.role === 'bureau') ?? me.grants.find(grant => grant.role === 'street')
  return office ? <Line orgId={office.orgId} /> : null
}
