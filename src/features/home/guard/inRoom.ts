import { createElement, type FunctionComponent } from 'react'
import { allWords } from '../../../words/further'
import { WordsAtHand } from '../../../words/words'
import { guarded as guardedInMain } from './guarded'
import type { Asked } from './reader'
import type { AskedOf, GivenTo, PageName } from './readers'

/** `guarded` for a page of a subpackage, which brings the words along that the main package does without. */
export const guarded = <P extends PageName>(
  page: P,
  Content: FunctionComponent<GivenTo<P> & { asked: Asked<AskedOf<P>> }>,
): FunctionComponent =>
  guardedInMain(page, given => createElement(WordsAtHand.Provider, { value: allWords }, createElement(Content, given)))
