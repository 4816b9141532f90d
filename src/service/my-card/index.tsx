import { Known } from '../../features/people/identity/Known'
import { MyCard } from '../../features/people/public-cards/MyCard'

/** One's own public card. */
export default function MyCardPage() {
  return <Known>{() => <MyCard />}</Known>
}
