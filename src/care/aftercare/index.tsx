import { useRouter } from '@tarojs/taro'
import { Family } from '../../features/aftercare/Family'
import { Known } from '../../features/identity/Known'

/** What there is to do for one family (`memberId`). */
export default function AftercarePage() {
  const { memberId = '' } = useRouter().params
  return (
    <Known>
      {({ me }) => {
        const roles = me.grants.map(grant => grant.role)
        const near = roles.some(role => role === 'secretary' || role === 'leader' || role === 'liaison')
        const secretary = roles.includes('secretary')
        const marks = secretary || roles.includes('street')
        return <Family memberId={memberId} ticks={near} plans={secretary} undoes={marks || roles.includes('bureau')} quiets={marks} />
      }}
    </Known>
  )
}
