import { useMemo } from 'react'
import { useQuery } from '../../platform/query'
import type { LiveCard } from '../../platform/share'

/** What makes a post's card count by itself; asked for once the post is known to be open to whoever shares it. */
export const useLiveCard = (postId: string, wanted: boolean): LiveCard | undefined => {
  const { data } = useQuery('post.card', wanted ? { postId } : null)
  return useMemo(() => {
    if (!data) return undefined
    const { activityId, templateId, memberCount, roomLimit } = data
    return { activityId, templateId, memberCount, roomLimit }
  }, [data])
}
