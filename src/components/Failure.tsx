import { View } from '@tarojs/components'
import { words } from '../features/errors/words'
import type { AnyRefusal } from '../platform/call'
import { Button } from './Button'
import { Notice } from './Notice'

interface Props {
  code: AnyRefusal
  onRetry?: () => unknown
  onSeen?: () => void
}

/** A refusal in words: what happened, what was kept, what to press. */
export const Failure = ({ code, onRetry, onSeen }: Props) => {
  const { what, kept, press } = words[code]
  return (
    <Notice tone={code === 'OFFLINE' ? 'warn' : 'danger'} title={what} {...(onSeen ? { onSeen } : {})}>
      <View>{kept}</View>
      <View>{press}</View>
      {onRetry && (
        <Button icon="retry" onPress={onRetry}>
          再试一次
        </Button>
      )}
    </Notice>
  )
}
