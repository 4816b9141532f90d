import { elsewhere } from '../handedOn'
import { guardedBy } from '../guarded'
import { agreed, anyone, known, met, where, type Asked } from '../reader'

/** Who may read each page of the main package. */
export const guarded = guardedBy({
  home: known,
  activities: known,
  // To ring 120 one need be no one in particular.
  help: anyone,
  emergency: anyone,
  mine: known,
  activity: known,
  // A code may lead on to a post or to a kiosk, which are open to strangers.
  signIn: where((asked: Asked<'q'>) => elsewhere(asked) !== undefined, anyone, known),
  inbox: known,
  data: known,
  family: known,
  // An opened invitation asks for the agreement itself, so that one tap does both.
  bind: where((asked: Asked<'invite'>) => asked('invite') !== undefined, met, agreed),
  privacy: anyone,
  // The shared tablet belongs to no person: its token is what opens it.
  kiosk: anyone,
  gallery: anyone,
})
