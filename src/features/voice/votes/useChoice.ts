import { useState } from 'react'
import type { Vote } from './words'

/** Which candidates are chosen, by their places; of one seat a second tap takes the place of the first. `full`: one more was tapped than there are seats. */
export const useChoice = ({ seats }: Pick<Vote, 'seats'>, first: readonly number[]) => {
  const [chosen, setChosen] = useState(first)
  const [full, setFull] = useState(false)
  const press = (index: number) => {
    const here = chosen.includes(index)
    const room = seats === 1 || chosen.length < seats
    setFull(!here && !room)
    if (here) setChosen(chosen.filter(one => one !== index))
    else if (room) setChosen(seats === 1 ? [index] : [...chosen, index])
  }
  return { chosen, full, press }
}
