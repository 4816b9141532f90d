import { inRoom } from '../inRoom'
import { above, board } from '../places'
import { about, known, officer } from '../reader'

const venues = board('管活动场地')

/** Who may read each page of dues, funds and venues. */
export const guarded = inRoom({
  venues: known,
  venue: about('id', 'place', '一个活动场地', known),
  runVenues: venues,
  editVenue: venues,
  venueDesk: about('id', 'desk', '一个场地谁订了哪天', officer(above('管活动场地'))),
  venueCode: about('venueId', 'qr', '一个场地门口贴的码', officer(above('管活动场地'))),
  venueDoor: about('scene', 'qr', '一个场地今天谁在用', known),
})
