import { pagesIn, type Organization } from './page'

const page = pagesIn('bureau')

/** Those above a branch. */
export const bureau = {
  requestBoard: page<Organization & { lane?: string; rows?: true; month?: string; kind?: string; broken?: true }>('board'),
  ladder: page<Organization>('settings'),
  overview: page<Organization & { month?: string }>('overview'),
  gaps: page<Organization & { month?: string }>('gaps'),
  /** What is late of it, branch by branch. */
  rhythmOverdue: page<Organization & { duty?: string }>('rhythm'),
  rhythmRules: page<Organization>('rhythm-rules'),
  /** Whose committee waits for approval, ends, or is not complete. */
  committees: page<Organization>('committees'),
  liaisons: page<Organization>('liaisons'),
  nameLiaison: page<{ branchId: string; name?: string }>('liaison'),
  /** A report as those above read it. */
  branchReport: page<{ branchId: string; name?: string; period?: string }>('report'),
  coverage: page<Organization & { kind?: string }>('coverage'),
  /** Stations below an organization, for those who run them. */
  runStations: page<Organization>('stations'),
  editStation: page<Organization & { stationId?: string }>('station-edit'),
  duty: page<{ stationId: string; name?: string; month?: string }>('duty'),
  stationWords: page<Organization>('station-words'),
  doorCode: page<{ stationId: string }>('station-code'),
  officers: page('officers'),
  start: page('start'),
  importAll: page('import'),
  health: page('health'),
  find: page('find'),
  found: page<{ memberId: string }>('found'),
}
