import type { ReactNode } from 'react'
import { troubleOf } from '../../../../core/help/requests/dangers'
import { Button } from '../../../components/Button'
import type { ActProps } from './acts'
import type { Full } from './words'

export interface BodyProps extends ActProps {
  ringsAt: number | undefined
  /** Said where what is shown may not be true any more; what is being filled in stays. */
  older: ReactNode
  foot: ReactNode
}

/** What to take care of, by everything that was said so far. */
export const troubleIn = ({ kind, emergency, text, timeline }: Full) =>
  troubleOf(kind, [text, ...timeline.filter(({ what }) => what === 'said-more').map(line => line.text ?? '')], emergency)

/** More words, spoken or a picture. */
export const MoreButton = ({ open }: { open: () => void }) => (
  <Button icon="mic" onPress={open}>
    再补充几句、拍张照片
  </Button>
)
