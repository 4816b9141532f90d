import { pagesIn, type Organization } from './page'

const page = pagesIn('service')

/** Services. */
export const service = {
  card: page<{ memberId?: string; scene?: string }>('card'),
  elders: page('elders'),
  post: page<{ id: string; c?: string }>('post'),
  /** A muster, for those called and for their leaders; `c` a code of its roll-call, `p` the cell it hangs at. */
  muster: page<{ id: string; c?: string; p?: string }>('muster'),
  musters: page<Organization>('musters'),
  callMuster: page<Organization>('muster-call'),
  musterList: page<{ id: string; list?: string; slot?: string }>('muster-people'),
  service: page('mine'),
  /** `at` where the one who asks is, with its point, where a door's code led here. */
  ask: page<{ kind?: string; memberId?: string; name?: string; org?: string; at?: string; lng?: number; lat?: number }>('ask'),
  request: page<{ id: string; rings?: number }>('request'),
  requests: page<{ part?: string }>('requests'),
  helping: page('helping'),
  /** Who was honoured, a year's wall, and what waits for a word. */
  honours: page<Organization & { year?: number }>('honours'),
  /** What a certificate's code proves, open to everyone. */
  honour: page<{ code?: string; q?: string }>('honour'),
  /** My honours, with their certificates; with `memberId` a person's, for their officers. */
  myHonours: page<{ memberId?: string; name?: string }>('my-honours'),
  greeting: page<{ id: string }>('greeting'),
  publicCard: page<{ code?: string; q?: string }>('public-card'),
  myCard: page('my-card'),
  myBenefits: page('benefits'),
  stations: page('stations'),
  /** A station's own page; `scene` is what the printed code at its door says. */
  station: page<{ id?: string; scene?: string }>('station'),
}
