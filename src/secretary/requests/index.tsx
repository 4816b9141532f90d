import { useRouter } from '@tarojs/taro'
import { ChooseOffice } from '../../components/ChooseOffice'
import { LeadHome } from '../../components/LeadHome'
import { Known } from '../../features/people/identity/Known'
import { officesOf } from '../../features/people/organizations/offices'
import { RequestDesk } from '../../features/help/requests/RequestDesk'

/** The help requests of those one looks after, as secretary, group leader or liaison (`orgId`: of which office, `lane`: which list first). */
export default function RequestsDeskPage() {
  const { orgId, lane } = useRouter().params
  return (
    <Known>
      {({ me }) => {
        const offices = officesOf(me)
        if (offices.length === 0)
          return <LeadHome icon="desk" title="这里是支部书记、组长和联络员看求助的地方" hint="如果应该由您来看，请联系支部书记。" />
        return (
          <ChooseOffice offices={offices} label="先看哪里的求助？" first={orgId}>
            {(office, change) => <RequestDesk key={office.orgId} {...office} lane={lane} {...(change ? { onChange: change } : {})} />}
          </ChooseOffice>
        )
      }}
    </Known>
  )
}
