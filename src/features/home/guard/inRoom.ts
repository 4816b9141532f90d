import { createElement } from 'react'
import { allWords } from '../../../words/further'
import { WordsAtHand } from '../../../words/words'
import { type Guarded, guardedBy, type Readers } from './guarded'

/** `guardedBy` for a subpackage, which brings the words along that the main package does without. */
export const inRoom = <Givens extends object>(readers: Readers<Givens>): Guarded<Givens> => {
  const guarded = guardedBy<Givens>(readers)
  return (page, Content) => guarded(page, given => createElement(WordsAtHand.Provider, { value: allWords }, createElement(Content, given)))
}
