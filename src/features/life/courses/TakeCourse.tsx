import type { ReactNode } from 'react'
import { useState } from 'react'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useQuery } from '../../../platform/query'
import { Film } from './Film'
import { Sound } from './Sound'
import { Text } from './Text'

interface Props {
  courseId: string
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** One course: to listen to, to watch or to read, from where one stopped. */
export const TakeCourse = ({ courseId, forMemberId, head }: Props) => {
  const query = useQuery('course.get', { courseId, ...forMemberId })
  // What is played goes on from where the phone is; a newer answer of the cloud does not move it.
  const [begun, setBegun] = useState<Given<'course.get'> | undefined>()
  const course = begun ?? (query.keptAt === undefined ? query.data : undefined)
  if (course && !begun) setBegun(course)
  if (!course)
    return (
      <Screen>
        {head}
        <Loaded query={query} cards={2}>
          {() => null}
        </Loaded>
      </Screen>
    )
  const { videoFileId, audioFileId } = course
  const props = { course, forMemberId, head }
  if (videoFileId !== undefined) return <Film fileId={videoFileId} {...props} />
  return audioFileId === undefined ? <Text {...props} /> : <Sound fileId={audioFileId} {...props} />
}
