import { words } from '../words/words'
import type { AnyRefusal } from '../platform/call'

/** What happened, in one plain sentence, for lists where a whole explanation has no room. */
export const whatHappened = (code: AnyRefusal): string => words[code].what
