import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Greeting } from '../../features/care/birthdays/Greeting'
import { Known } from '../../features/people/identity/Known'

/** The card of somebody's day (`id`). */
export default function GreetingPage() {
  const { id } = useRouter().params
  return (
    <Known>
      {() => (
        <Named id={id} icon="cake" what="一张生日贺卡">
          {celebrationId => <Greeting celebrationId={celebrationId} />}
        </Named>
      )}
    </Known>
  )
}
