import type { ReactNode } from 'react'
import { Failure } from '../../../components/Failure'
import { Loaded, Older, Skeleton } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Me, Person } from '../../people/public'
import { useRepeat, useVisible } from '../../../platform/visible'
import { ForElder } from './ForElder'
import { ForHelper } from './ForHelper'
import { useRequest } from './useRequest'
import { isRunning } from './words'

/** How often a page that is in sight looks whether something happened, in ms. */
const LOOK_MS = 15_000

interface Props {
  requestId: string
  me: Me
  person: Person
  /** Right after asking in quiet hours: when people are rung. */
  ringsAt: number | undefined
  /** Who to call when nothing else works. */
  foot: ReactNode
}

/** One request, for everyone concerned: each sees their part of the same page. */
export const RequestScreen = ({ requestId, me, person, ringsAt, foot }: Props) => {
  const { query, forMemberId, searching } = useRequest(requestId, me, person)
  const visible = useVisible()
  useRepeat(query.reload, LOOK_MS, visible && query.data !== undefined && isRunning(query.data))
  const request = query.data
  if (!request) {
    return (
      <Screen>
        {searching ? <Skeleton /> : <Loaded query={query}>{() => null}</Loaded>}
        {query.refusal !== undefined && !searching && foot}
      </Screen>
    )
  }
  const failure = query.refusal === undefined ? null : <Failure refusal={query.refusal} onRetry={query.reload} />
  const older = query.keptAt === undefined ? failure : <Older at={query.keptAt} onRetry={query.reload} />
  const props = { request, forMemberId, onDone: query.reload, ringsAt, older, foot }
  return request.as === 'elder' ? <ForElder {...props} /> : <ForHelper {...props} />
}
