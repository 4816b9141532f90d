import { pagesIn, type Organization } from './page'

const page = pagesIn('means')

/** Dues, funds, rooms. */
export const means = {
  /** Rooms (P71): those near, one of them with its week; those an officer keeps, one to fill in, its desk, the sheet for its door; what its door's code opens (`scene`). */
  venues: page<{ people?: number }>('venues'),
  venue: page<{ id: string }>('venue'),
  runVenues: page<Organization>('venues-keep'),
  editVenue: page<Organization & { venueId?: string }>('venue-edit'),
  venueDesk: page<{ id: string }>('venue-desk'),
  venueCode: page<{ venueId: string }>('venue-code'),
  venueDoor: page<{ scene?: string }>('venue-door'),
  /** What one owes and paid; of the elder a helper acts for. */
  myDues: page('mine'),
  dues: page<Organization>('dues'),
  funds: page<Organization & { year?: number }>('funds'),
  duesReturns: page<Organization & { quarter?: string }>('returns'),
  fundsPublished: page('published'),
  fundAudit: page<{ orgId: string }>('audit'),
}
