import { type ReactNode, useState } from 'react'
import { BigButton } from '../components/Button'
import { Choice } from '../components/Choice'
import { Empty } from '../components/Loaded'
import { Screen } from '../components/Screen'
import { go } from '../platform/go'
import type { Me } from '../platform/session'

const OFFICES = ['street', 'bureau', 'secretary']

/** The organization somebody looks after; asked for where there are several. Whoever looks after none reads what this place is. */
export const Office = ({ me, title, children }: { me: Me; title: string; children: (grant: Me['grants'][number]) => ReactNode }) => {
  const grants = me.grants.filter(grant => OFFICES.includes(grant.role))
  const [chosen, setChosen] = useState(grants.length === 1 ? grants[0]?.orgId : undefined)
  const grant = grants.find(one => one.orgId === chosen)
  if (grant) return <>{children(grant)}</>
  if (grants.length === 0) {
    return (
      <Screen main={<BigButton onPress={() => go('/pages/home/index')}>回首页</BigButton>}>
        <Empty icon="chart" title={title} hint="如果应该由您来看，请联系上级党组织。" />
      </Screen>
    )
  }
  return (
    <Screen>
      <Choice
        label="先看哪一个的？"
        options={grants.map(one => ({ value: one.orgId, words: one.orgName }))}
        value={undefined}
        onChange={setChosen}
      />
    </Screen>
  )
}
