import { createElement } from 'react'
import type { RoomWords } from '../../../words/rooms/room'
import { WordsAtHand } from '../../../words/words'
import { type Guarded, guardedBy, type Readers } from './guarded'

/** `guardedBy` for a subpackage, which brings the words along that the main package does without. */
export const inRoom = <Givens extends object>(atHand: RoomWords, readers: Readers<Givens>): Guarded<Givens> => {
  const guarded = guardedBy<Givens>(readers)
  return (page, Content) => guarded(page, given => createElement(WordsAtHand.Provider, { value: atHand }, createElement(Content, given)))
}
