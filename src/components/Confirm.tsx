import { View } from '@tarojs/components'
import { Button } from './Button'
import type { IconName } from './icons'
import { Notice } from './Notice'
import { Unfold } from './Unfold'

interface Props {
  /** The words of the button that asks. */
  children: string
  icon?: IconName
  kind?: 'secondary' | 'quiet' | 'danger'
  question: string
  /** What it will do, so that the member need not guess. */
  explain?: string
  yes: string
  no: string
  onYes: () => unknown
}

/** Asks once before something is taken away, in place of the button itself: the page behind stays free. */
export const Confirm = ({ children, icon, kind = 'quiet', question, explain, yes, no, onYes }: Props) => (
  <Unfold words={children} kind={kind} {...(icon ? { icon } : {})}>
    {close => {
      const agree = async () => {
        await onYes()
        close()
      }
      return (
        <Notice tone="warn" title={question}>
          {explain && <View>{explain}</View>}
          <Button kind="danger" onPress={agree}>
            {yes}
          </Button>
          <Button onPress={close}>{no}</Button>
        </Notice>
      )
    }}
  </Unfold>
)
