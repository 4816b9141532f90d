import { useCallback, useRef, useState } from 'react'

/** What a button does; while its promise runs the button is busy and takes no second tap. */
export type Press = () => unknown

/** Runs a press once at a time: a trembling finger's second tap does nothing. */
export const usePress = (onPress: Press): { busy: boolean; press: () => void } => {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const press = useCallback(() => {
    if (running.current) return
    const done = onPress()
    if (!(done instanceof Promise)) return
    running.current = true
    setBusy(true)
    const free = () => {
      running.current = false
      setBusy(false)
    }
    done.then(free, (error: unknown) => {
      free()
      console.error('A button could not finish', error)
    })
  }, [onPress])
  return { busy, press }
}
