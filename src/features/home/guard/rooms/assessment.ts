import { inRoom } from '../inRoom'

/** Who may read each page of assessment. */
export const guarded = inRoom({})
