import { Known } from '../../features/identity/Known'
import { MyCard } from '../../features/public-cards/MyCard'

/** One's own public card. */
export default function MyCardPage() {
  return <Known>{() => <MyCard />}</Known>
}
