/** What a person is, at this moment, to the elder a document is about and to the task it is. Never what they once were. */
export interface Standing {
  /** The elder themself, or family who may act for them. */
  own: boolean
  /** Holds an office over the place where the elder is now. */
  office: boolean
  /** Is paired with the elder. */
  paired: boolean
  /** Has this very task, which is not over. */
  holds: boolean
  /** Is asked to take this task, on a ground that still holds. */
  asked: boolean
}

/** Nothing to the elder. */
export const stranger: Standing = { own: false, office: false, paired: false, holds: false, asked: false }

/** How much of a document a person may see: all of it; what helps to decide whether to come, nothing of who and where; nothing. */
export type Reach = 'whole' | 'offer' | 'none'

/**
 * The one answer to what a person may see of a document about an elder, from what they are now. Lists kept in documents (who was asked, who
 * was assigned, who wrote it) only find documents; they give no right.
 */
export const reachOf = ({ own, office, paired, holds, asked }: Standing): Reach =>
  own || office || paired || holds ? 'whole' : asked ? 'offer' : 'none'
