import type { ReactNode } from 'react'
import { ChooseOffice } from '../components/ChooseOffice'
import { LeadHome } from '../components/LeadHome'
import { Known } from '../features/people/identity/Known'
import type { Me } from '../features/people/identity/session'
import { forget, keep, recall } from '../platform/storage'

/** The branch whose affairs are on the desk. */
export interface Branch {
  branchId: string
  branchName: string
  /** Puts another branch on the desk; absent for whoever has only one. */
  onChange?: () => void
}

const DESK = 'desk-branch'

const onDesk = (): string | undefined => {
  const kept = recall(DESK)
  return typeof kept === 'string' ? kept : undefined
}

const putOnDesk = (branchId: string | undefined) => {
  if (branchId === undefined) forget(DESK)
  else keep(DESK, branchId)
}

/** Lets in whoever is secretary of some branch, whichever is on the desk; anyone else reads what this place is. */
export const ForSecretary = ({ children }: { children: (branches: Me['grants']) => ReactNode }) => (
  <Known>
    {({ me }) => {
      const branches = me.grants.filter(grant => grant.role === 'secretary')
      return branches.length > 0 ? (
        <>{children(branches)}</>
      ) : (
        <LeadHome icon="desk" title="这里是支部书记的工作台" hint="您现在不是支部书记。如果应该由您来办，请联系上级党组织。" />
      )
    }}
  </Known>
)

/** Lets a secretary in and says of which branch. */
export const Duty = ({ children }: { children: (branch: Branch) => ReactNode }) => (
  <ForSecretary>
    {branches => (
      <ChooseOffice
        offices={branches}
        label="您负责几个支部，先办哪一个的事？"
        note="选过会记住，在工作台可以更换。"
        first={onDesk()}
        onChosen={putOnDesk}
      >
        {({ orgId, orgName }, change) => children({ branchId: orgId, branchName: orgName, ...(change ? { onChange: change } : {}) })}
      </ChooseOffice>
    )}
  </ForSecretary>
)
