import type { IconName } from '../../../../components/icons'
import type { Tone } from '../../../../components/Icon'
import type { DoorRow } from './rows'

interface Shown {
  icon: IconName
  tone: Tone
  words: string
}

const shown: Record<DoorRow['state'], Shown> = {
  present: { icon: 'done', tone: 'good', words: '到了' },
  leave: { icon: 'leave', tone: 'info', words: '请假' },
  absent: { icon: 'alert', tone: 'danger', words: '缺席' },
  unmarked: { icon: 'clock', tone: 'soft', words: '还没到' },
}

/** How things stand with a person, as a word and a picture. */
export const stateOf = (row: Pick<DoorRow, 'state' | 'late' | 'pending'>): Shown => {
  if (row.pending) return { icon: 'upload', tone: 'warn', words: `${shown[row.state].words}（待补报）` }
  if (row.state === 'present' && row.late) return { icon: 'done', tone: 'warn', words: '迟到' }
  return shown[row.state]
}
