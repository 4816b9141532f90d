import { useRouter } from '@tarojs/taro'
import { Greeting } from '../../features/birthdays/Greeting'
import { Known } from '../../features/identity/Known'

/** The card of somebody's day (`id`). */
export default function GreetingPage() {
  const { id = '' } = useRouter().params
  return <Known>{() => <Greeting celebrationId={decodeURIComponent(id)} />}</Known>
}
