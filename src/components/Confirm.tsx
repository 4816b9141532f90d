import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './Button'
import type { IconName } from './icons'
import { Notice } from './Notice'

interface Props {
  /** The words of the button that asks. */
  children: string
  icon?: IconName
  kind?: 'secondary' | 'quiet' | 'danger'
  question: string
  /** What it will do, so that nobody has to guess. */
  explain?: string
  yes: string
  no: string
  onYes: () => unknown
}

/** Asks once before something is taken away, in place of the button itself: the page behind stays free. */
export const Confirm = ({ children, icon, kind = 'quiet', question, explain, yes, no, onYes }: Props) => {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <Button kind={kind} onPress={() => setAsking(true)} {...(icon ? { icon } : {})}>
        {children}
      </Button>
    )
  }
  const agree = async () => {
    await onYes()
    setAsking(false)
  }
  return (
    <Notice tone="warn" title={question}>
      {explain && <View>{explain}</View>}
      <Button kind="danger" onPress={agree}>
        {yes}
      </Button>
      <Button onPress={() => setAsking(false)}>{no}</Button>
    </Notice>
  )
}
