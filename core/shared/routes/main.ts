import { pagesIn } from './page'

const page = pagesIn('pages')

/** The main package. */
export const main = {
  home: page('home'),
  activities: page('activities'),
  help: page('help'),
  mine: page('mine'),
  activity: page<{ id: string }>('activity'),
  /** Where every code leads: `q` is what WeChat's scanner read, `a` and `c` an activity and its code. */
  signIn: page<{ q?: string; a?: string; c?: string }>('signin'),
  inbox: page('inbox'),
  data: page('data'),
  family: page('family'),
  /** Opened from an invitation (`invite`, and `as` what it makes of the reader), or from a branch's card in a chat (`branch`). */
  bind: page<{ invite?: string; as?: 'family' | 'officer'; branch?: string }>('bind'),
  privacy: page('privacy'),
  kiosk: page<{ a: string; k: string }>('kiosk'),
  /** Every component in every state, for those who build; not in what WeChat gets. */
  gallery: page('gallery'),
  /** 急病、摔倒、火灾 (`kind`): open to everyone; `memberId` and `name` where an officer asks in an elder's stead. */
  emergency: page<{ kind?: string; memberId?: string; name?: string }>('emergency'),
}
