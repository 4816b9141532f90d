import type { Meeting } from '../../../kernel/takeover'
import type { Voter } from './documents'

/** A person who stood on a roll under both records has one vote: the one they cast. */
export const linesMeet: Meeting<Voter> = {
  join: (mine, other) =>
    mine.voted || !other.voted
      ? mine
      : {
          ...mine,
          choices: other.choices,
          voted: true,
          commands: [...mine.commands, ...other.commands],
          sealed: mine.sealed || other.sealed,
        },
}
