import type { Meeting } from '../../../kernel/takeover'
import type { PublicCard } from './documents'

/** One card: the one that is out, whichever record it was of; links to either open it. */
export const cardsMeet: Meeting<PublicCard> = {
  join: (mine, other) => {
    const shown = mine.content ? mine : other
    const hidden = shown === mine ? other : mine
    return {
      ...mine,
      content: shown.content,
      changedAt: Math.max(mine.changedAt, other.changedAt),
      codes: [...new Set([...hidden.codes, ...shown.codes])],
      commands: [...new Set([...other.commands, ...mine.commands])],
      version: Math.max(mine.version, other.version) + 1,
    }
  },
}
