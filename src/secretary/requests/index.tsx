import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BigButton } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Empty } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { Known } from '../../features/identity/Known'
import { type Office, officesOf } from '../../features/requests/offices'
import { RequestDesk } from '../../features/requests/RequestDesk'
import { go } from '../../platform/go'

const NoOffice = () => (
  <Screen main={<BigButton onPress={() => go('/pages/home/index')}>回首页</BigButton>}>
    <Empty icon="desk" title="这里是支部书记、组长和联络员看求助的地方" hint="如果应该由您来看，请联系支部书记。" />
  </Screen>
)

const OneOf = ({ offices, orgId, lane }: { offices: readonly Office[]; orgId: string | undefined; lane: string | undefined }) => {
  const [chosen, choose] = useState(offices.length === 1 ? offices[0]?.orgId : orgId)
  const office = offices.find(one => one.orgId === chosen)
  if (!office) {
    return (
      <Screen>
        <Choice
          label="先看哪里的求助？"
          options={offices.map(one => ({ value: one.orgId, words: one.orgName }))}
          value={undefined}
          onChange={choose}
        />
      </Screen>
    )
  }
  return (
    <RequestDesk
      key={office.orgId}
      {...office}
      figures={office.secretary}
      lane={lane}
      {...(offices.length > 1 ? { onChange: () => choose(undefined) } : {})}
    />
  )
}

/** The help requests of those one looks after, as secretary, group leader or liaison (`orgId`: of which office, `lane`: which list first). */
export default function RequestsDeskPage() {
  const { orgId, lane } = useRouter().params
  return (
    <Known>
      {({ me }) => {
        const offices = officesOf(me)
        return offices.length === 0 ? <NoOffice /> : <OneOf offices={offices} orgId={orgId} lane={lane} />
      }}
    </Known>
  )
}
