import { pagesIn, type Organization } from './page'

const page = pagesIn('care')

/** Care. */
export const care = {
  pairings: page<Organization>('pairings'),
  helper: page<{ helperId: string }>('helper'),
  elder: page<{ memberId: string; name?: string }>('elder'),
  partners: page('partners'),
  /** What partner units owe; of one of them where it is named. */
  pledges: page<Organization & { partnerId?: string; year?: number }>('pledges'),
  /** A partner unit's own page, opened from its card by anyone who has it. */
  partner: page<{ code?: string }>('partner'),
  print: page<{ memberId?: string }>('print'),
  point: page('point'),
  birthdays: page('birthdays'),
  visits: page('visits'),
  visit: page<{ id: string }>('visit'),
  missing: page<Organization & { festival?: string; year?: number }>('missing'),
  plan: page('plan'),
  raise: page<{ memberId?: string; name?: string }>('raise'),
  visitSettings: page('visit-settings'),
  calendar: page('calendar'),
  special: page<Organization & { mine?: true }>('special'),
  carePerson: page<{ memberId: string }>('person'),
  careSettings: page<Organization>('care-settings'),
  benefits: page<Organization>('benefits'),
  benefit: page<Organization & { kind: string }>('benefit'),
  /** Quiet cases: those one is named in, one of them, and a new one. */
  cases: page('cases'),
  case: page<{ id: string }>('case'),
  openCase: page<{ memberId?: string; name?: string }>('case-open'),
  farewells: page<Organization>('farewells'),
  aftercare: page<{ memberId: string }>('aftercare'),
  farewell: page<{ memberId?: string; orgId?: string }>('farewell'),
  /** Consultation hours: all that the person may book, by kind; one of them; the host's desk; those an officer keeps. */
  consult: page<{ kind?: string }>('consult'),
  hours: page<{ id: string }>('hours'),
  hoursDesk: page<{ id: string }>('hours-desk'),
  keepHours: page<Organization>('hours-keep'),
  /** Wishes and escorts: one's own; one of them; what an officer has to plan. */
  wishes: page('wishes'),
  wish: page<{ id: string }>('wish'),
  keepWishes: page<Organization>('wishes-keep'),
}
