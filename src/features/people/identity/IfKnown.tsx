import type { ReactNode } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import type { KnownActing } from './Known'
import { type Acting, useActing } from './session'

const isKnown = (acting: Acting): acting is KnownActing => acting.me?.privacyAgreed === true && acting.person !== undefined

/** A part of a page that is open to everyone, for readers who are known; others are shown the way to be. */
export const IfKnown = ({ children }: { children: (acting: KnownActing) => ReactNode }) => {
  const acting = useActing()
  const { me, refusal, reload } = acting
  if (isKnown(acting)) return <>{children(acting)}</>
  if (me) return <LinkRow icon="me" words="先说一声您是哪位同志" note="说过以后，您的求助直接告诉支部" onPress={() => go(routes.bind())} />
  return refusal === undefined ? <Skeleton /> : <Failure refusal={refusal} onRetry={reload} />
}
