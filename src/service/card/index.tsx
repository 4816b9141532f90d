import { FullCard, ScannedCard } from '../../features/care/cards/FullCard'
import { guarded } from '../../features/home/guard/rooms/service'

definePageConfig({ navigationBarTitleText: '亲情服务卡' })

/** A service card: my own, that of a member (`memberId`), or the one whose printed code was scanned (`scene`). */
export default guarded('card', ({ acting: { me, person }, asked }) => {
  const prints = me.grants.some(grant => grant.role === 'secretary')
  const code = asked('scene')
  if (code !== undefined) return <ScannedCard code={code} prints={prints} />
  const memberId = asked('memberId') ?? person.memberId
  return <FullCard memberId={memberId} prints={prints} own={memberId === me.member?.memberId} />
})
