import { useMemo } from 'react'
import { useQuery } from '../../../platform/query'
import type { LiveCard } from '../../../platform/share'

/**
 * What makes a post's card count by itself; asked for once the post is known to be open to the sharer. `coming` until the cloud has
 * answered; where it refuses, the card goes without.
 */
export const useLiveCard = (postId: string, wanted: boolean): LiveCard | 'coming' | undefined => {
  const { data, state } = useQuery('post.card', wanted ? { postId } : null)
  return useMemo(() => {
    if (!data) return wanted && state === 'loading' ? 'coming' : undefined
    const { activityId, templateId, memberCount, roomLimit } = data
    return { activityId, templateId, memberCount, roomLimit }
  }, [data, wanted, state])
}
