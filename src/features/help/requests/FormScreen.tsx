import { type PropsWithChildren, type ReactNode, useEffect } from 'react'
import { Title } from '../../../components/Card'
import { Button } from '../../../components/Button'
import { Screen } from '../../../components/Screen'
import { toTop } from '../../../platform/screen'

interface Props {
  title: string
  /** The one act of it. */
  main?: ReactNode
  /** The words of the way back, and the way. */
  back: string
  onBack: () => void
}

/** One thing to fill in, over the page of a request: one act, and a way back. */
export const FormScreen = ({ title, main, back, onBack, children }: PropsWithChildren<Props>) => {
  useEffect(toTop, [])
  return (
    <Screen {...(main ? { main } : {})}>
      <Title>{title}</Title>
      {children}
      <Button kind="quiet" onPress={onBack}>
        {back}
      </Button>
    </Screen>
  )
}
