import { useRef } from 'react'

/**
 * For a field of WeChat's, which is to be drawn for its own sake alone: Taro hands a field its value with each drawing, changed or not, so that a letter
 * typed into one field of a form sent the values of all. Answers a way to tell what was typed that stays the same, and a number that is another one
 * where the field shows what the form has not taken: then it is given its value again.
 */
export const useShown = (value: string, onChange: (value: string) => void) => {
  const latest = useRef(onChange)
  latest.current = onChange
  const shown = useRef(value)
  const again = useRef(0)
  if (shown.current !== value) {
    shown.current = value
    again.current++
  }
  const tell = useRef((said: string) => {
    shown.current = said
    latest.current(said)
  })
  return { tell: tell.current, again: again.current }
}
