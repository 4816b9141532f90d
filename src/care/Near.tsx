import type { ReactNode } from 'react'
import { ChooseOffice } from '../components/ChooseOffice'
import { LeadHome } from '../components/LeadHome'
import { Known } from '../features/people/identity/Known'
import { officesOf } from '../features/people/organizations/offices'
import { Duty } from '../secretary/Duty'

/** Of a branch or a group that one looks after. */
interface Place {
  orgId: string
  name: string
  /** As its secretary, who may change what stands there. */
  secretary: boolean
}

/** Lets in whoever is near the people: the secretary, a group's leader, a liaison; asks of which organization where there are several. */
export const Near = ({ children }: { children: (place: Place) => ReactNode }) => (
  <Known>
    {({ me }) => {
      // Which of several branches is on a secretary's desk is remembered.
      if (me.grants.some(grant => grant.role === 'secretary'))
        return <Duty>{({ branchId, branchName }) => children({ orgId: branchId, name: branchName, secretary: true })}</Duty>
      const offices = officesOf(me)
      if (offices.length === 0)
        return <LeadHome icon="people" title="这里给支部书记、组长和联络员用" hint="如果应该由您来办，请联系支部书记。" />
      return (
        <ChooseOffice offices={offices}>{({ orgId, orgName, secretary }) => children({ orgId, name: orgName, secretary })}</ChooseOffice>
      )
    }}
  </Known>
)
