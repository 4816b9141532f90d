import { guarded } from '../../features/home/guard/rooms/branch'
import { Away } from '../../features/people/mobile-members/Away'

definePageConfig({ navigationBarTitleText: '外出' })

/** That a member is away: of the reader, of an elder they act for, or of a member of the branch whose secretary they are. */
export default guarded('away', ({ acting, id }) => {
  const secretary = acting.me.grants.find(grant => grant.role === 'secretary')
  const own = acting.person.memberId === id
  return <Away memberId={id} branchId={own ? undefined : secretary?.orgId} />
})
