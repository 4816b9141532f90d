import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Family } from '../../features/departures/aftercare/Family'
import { Known } from '../../features/people/identity/Known'

/** What there is to do for one family (`memberId`). */
export default function AftercarePage() {
  const { memberId } = useRouter().params
  return (
    <Known>
      {({ me }) => {
        const roles = me.grants.map(grant => grant.role)
        const near = roles.some(role => role === 'secretary' || role === 'leader' || role === 'liaison')
        const secretary = roles.includes('secretary')
        const marks = secretary || roles.includes('street')
        return (
          <Named id={memberId} icon="file" what="一位同志去世后，家里的事办到哪里了">
            {id => (
              <Family
                memberId={id}
                myId={me.member?.memberId}
                ticks={near}
                plans={secretary}
                undoes={marks || roles.includes('bureau')}
                quiets={marks}
              />
            )}
          </Named>
        )
      }}
    </Known>
  )
}
