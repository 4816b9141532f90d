import { inRoom } from '../inRoom'

/** Who may read each page of dues, funds and venues. */
export const guarded = inRoom({})
