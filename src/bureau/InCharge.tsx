import type { ReactNode } from 'react'
import { ChooseOffice } from '../components/ChooseOffice'
import { LeadHome } from '../components/LeadHome'
import type { Me } from '../features/people/identity/session'

const OFFICES = ['street', 'bureau', 'secretary']

/** The branch, street or bureau somebody is in charge of; asked for where there are several. Whoever has none reads what this place is. */
export const InCharge = ({ me, title, children }: { me: Me; title: string; children: (grant: Me['grants'][number]) => ReactNode }) => {
  const grants = me.grants.filter(grant => OFFICES.includes(grant.role))
  if (grants.length === 0) return <LeadHome icon="chart" title={title} hint="如果应该由您来看，请联系上级党组织。" />
  return <ChooseOffice offices={grants}>{children}</ChooseOffice>
}
