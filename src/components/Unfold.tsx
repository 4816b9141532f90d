import { type ReactNode, useState } from 'react'
import { Button } from './Button'
import type { IconName } from './icons'

interface Props {
  /** The words of the button. */
  words: string
  icon?: IconName
  kind?: 'secondary' | 'quiet' | 'danger'
  /** What comes in its place; it is given the way back. */
  children: (close: () => void) => ReactNode
}

/** A button that makes way for what there is to say or to choose: the page behind stays free. */
export const Unfold = ({ words, icon, kind = 'secondary', children }: Props) => {
  const [open, setOpen] = useState(false)
  if (open) return <>{children(() => setOpen(false))}</>
  return (
    <Button kind={kind} onPress={() => setOpen(true)} {...(icon ? { icon } : {})}>
      {words}
    </Button>
  )
}
