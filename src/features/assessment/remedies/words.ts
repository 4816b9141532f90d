import { sayDay } from '../../../../core/shared/spans'
import type { IconName } from '../../../components/icons'
import type { Tone } from '../../../components/Icon'
import type { Given } from '../../../platform/call'

export type Remedy = Given<'remedy.mine'>['items'][number]

interface Chip {
  icon: IconName
  tone: Tone
  words: string
}

/** How one of them stands. */
export const chipOf = ({ open, overdue, doneOn, dueOn, reported, ownerId }: Remedy): Chip => {
  if (!open) return { icon: 'done', tone: 'good', words: doneOn === undefined ? '已销号' : `${sayDay(doneOn)}销号` }
  if (ownerId === null) return { icon: 'alert', tone: 'danger', words: '没人负责' }
  if (reported) return { icon: 'check', tone: 'info', words: '说改好了' }
  if (overdue) return { icon: 'alert', tone: 'danger', words: `过了${sayDay(dueOn)}` }
  return { icon: 'clock', tone: 'soft', words: `${sayDay(dueOn)}以前` }
}
