import { useState } from 'react'
import { Screen } from '../../components/Screen'
import { Tabs } from '../../components/Tabs'
import { guarded } from '../../features/home/guard/rooms/pages'
import { ActivityList } from '../../features/life/activities/ActivityList'
import { ActingFor } from '../../features/people/identity/Known'
import { PostList } from '../../features/service/posts/PostList'

definePageConfig({ navigationBarTitleText: '活动' })

const views = [
  { value: 'activities', words: '支部活动' },
  { value: 'posts', words: '服务岗位' },
] as const

/** What the branch does together, and where it needs a hand. */
export default guarded('activities', function Activities({ acting }) {
  const [view, setView] = useState<(typeof views)[number]['value']>('activities')
  return (
    <Screen tab="activities">
      <ActingFor acting={acting} />
      <Tabs options={views} value={view} onChange={setView} />
      {view === 'activities' ? <ActivityList forMemberId={acting.forMemberId} /> : <PostList forMemberId={acting.forMemberId} />}
    </Screen>
  )
})
