import { type ReactNode, useState } from 'react'
import { BigButton } from '../components/Button'
import { Choice } from '../components/Choice'
import { Empty } from '../components/Loaded'
import { Screen } from '../components/Screen'
import { Known } from '../features/identity/Known'
import { officesOf } from '../features/requests/offices'
import { go } from '../platform/go'
import { Duty } from '../secretary/Duty'

/** Of a branch or a group that one looks after. */
interface Place {
  orgId: string
  name: string
  /** As its secretary, who may change what stands there. */
  secretary: boolean
}

type Offices = ReturnType<typeof officesOf>

const OneOf = ({ offices, children }: { offices: Offices; children: (place: Place) => ReactNode }) => {
  const [chosen, choose] = useState(offices.length === 1 ? offices[0]?.orgId : undefined)
  const office = offices.find(one => one.orgId === chosen)
  if (office) return <>{children({ orgId: office.orgId, name: office.orgName, secretary: office.secretary })}</>
  return (
    <Screen>
      <Choice
        label="先看哪一个的？"
        options={offices.map(one => ({ value: one.orgId, words: one.orgName }))}
        value={undefined}
        onChange={choose}
      />
    </Screen>
  )
}

/** Lets in whoever is near the people: the secretary, a group's leader, a liaison; asks of which organization where there are several. */
export const Near = ({ children }: { children: (place: Place) => ReactNode }) => (
  <Known>
    {({ me }) => {
      // Which of several branches is on a secretary's desk is remembered.
      if (me.grants.some(grant => grant.role === 'secretary'))
        return <Duty>{({ branchId, branchName }) => children({ orgId: branchId, name: branchName, secretary: true })}</Duty>
      const offices = officesOf(me)
      if (offices.length > 0) return <OneOf offices={offices}>{children}</OneOf>
      return (
        <Screen main={<BigButton onPress={() => go('/pages/home/index')}>回首页</BigButton>}>
          <Empty icon="people" title="这里给支部书记、组长和联络员用" hint="如果应该由您来办，请联系支部书记。" />
        </Screen>
      )
    }}
  </Known>
)
