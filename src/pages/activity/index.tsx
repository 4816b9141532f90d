import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { guarded } from '../../features/home/guard/rooms/pages'
import { ActivityScreen, NoActivity } from '../../features/life/activities/ActivityScreen'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '活动', enableShareAppMessage: true })

/** One activity (`id`). */
export default guarded('activity', ({ acting, asked }) => {
  const id = asked('id')
  if (id === undefined) return <NoActivity />
  return (
    <ActivityScreen
      activityId={id}
      forMemberId={acting.forMemberId}
      head={<ActingFor acting={acting} />}
      foot={<CallSecretary memberId={acting.person.memberId} />}
    />
  )
})
