import { useRouter } from '@tarojs/taro'
import { FullCard, ScannedCard } from '../../features/care/cards/FullCard'
import { Known } from '../../features/people/identity/Known'

/** A service card: my own, somebody's (`memberId`), or the one whose printed code was scanned (`scene`). */
export default function CardPage() {
  const { memberId, scene } = useRouter().params
  return (
    <Known>
      {({ me, person }) => {
        const prints = me.grants.some(grant => grant.role === 'secretary')
        return scene ? (
          <ScannedCard code={decodeURIComponent(scene)} prints={prints} />
        ) : (
          <FullCard memberId={memberId ?? person.memberId} prints={prints} />
        )
      }}
    </Known>
  )
}
