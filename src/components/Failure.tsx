import { View } from '@tarojs/components'
import { useContext } from 'react'
import { isFinal, wordsOf, WordsAtHand } from '../words/words'
import type { AnyRefusal } from '../platform/call'
import { go } from '../platform/go'
import { Button } from './Button'
import { Notice } from './Notice'
import { routes } from '../../core/shared/routes'

const WayOn = ({ code, onRetry }: { code: AnyRefusal['code']; onRetry: () => unknown }) =>
  isFinal(code) ? (
    <Button icon="home" onPress={() => go(routes.home())}>
      回首页
    </Button>
  ) : (
    <Button icon="retry" onPress={onRetry}>
      再试一次
    </Button>
  )

interface Props {
  refusal: AnyRefusal
  /** Where a page could not be shown: asks again, or leads home where that is of no use. */
  onRetry?: () => unknown
  onSeen?: () => void
}

/** A refusal in words: what happened, what was kept, what to press. */
export const Failure = ({ refusal, onRetry, onSeen }: Props) => {
  const { what, kept, press } = wordsOf(refusal, useContext(WordsAtHand))
  return (
    <Notice tone={refusal.code === 'OFFLINE' ? 'warn' : 'danger'} title={what} {...(onSeen ? { onSeen } : {})}>
      <View>{kept}</View>
      <View>{press}</View>
      {onRetry && <WayOn code={refusal.code} onRetry={onRetry} />}
    </Notice>
  )
}
