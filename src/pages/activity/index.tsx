import { useRouter } from '@tarojs/taro'
import { ActivityScreen, NoActivity } from '../../features/life/activities/ActivityScreen'
import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { ActingFor, Known } from '../../features/people/identity/Known'

export default function ActivityPage() {
  const { id } = useRouter().params
  if (!id) return <NoActivity />
  return (
    <Known>
      {acting => (
        <ActivityScreen
          activityId={id}
          forMemberId={acting.forMemberId}
          head={<ActingFor acting={acting} />}
          foot={<CallSecretary memberId={acting.person.memberId} />}
        />
      )}
    </Known>
  )
}
