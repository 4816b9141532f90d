import { address } from '../../../platform/go'

/** The addresses of special care. */
export const pages = {
  list: (orgId?: string, name?: string) => address('/care/special/index', { orgId, name }),
  mine: address('/care/special/index', { mine: '1' }),
  raise: (memberId: string, name: string) => address('/care/raise/index', { memberId, name }),
  person: (memberId: string) => address('/care/person/index', { memberId }),
  settings: (orgId: string, name: string) => address('/care/care-settings/index', { orgId, name }),
}
