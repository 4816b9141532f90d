import { useState } from 'react'
import { Title } from '../../../components/Card'
import { Button } from '../../../components/Button'
import { FindPerson, type Found } from '../../people/public'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import type { Office } from '../../people/public'

interface Props {
  /** Offices from which one may ask in an elder's stead; at least one. */
  offices: readonly Office[]
  /** The one to begin with. */
  first: string | undefined
  onPick: (elder: Found) => void
  onBack: () => void
}

/** Chooses the elder, of those one looks after, to ask for. */
export const PickElder = ({ offices, first, onPick, onBack }: Props) => {
  const [orgId, setOrgId] = useState(offices.find(one => one.orgId === first)?.orgId ?? offices[0]?.orgId ?? '')
  return (
    <Screen>
      <Title>替哪位同志求助</Title>
      {offices.length > 1 && (
        <PickOne
          label="哪里的同志"
          options={offices.map(one => ({ value: one.orgId, words: one.orgName }))}
          value={orgId}
          onChange={setOrgId}
        />
      )}
      <FindPerson key={orgId} orgId={orgId} onPick={onPick} />
      <Button kind="quiet" onPress={onBack}>
        不选了，返回
      </Button>
    </Screen>
  )
}
