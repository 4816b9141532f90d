import { address } from '../../platform/go'

/** The addresses of aftercare. */
export const pages = {
  list: (orgId?: string, name?: string) => address('/care/farewells/index', { orgId, name }),
  family: (memberId: string) => address('/care/aftercare/index', { memberId }),
  mark: (memberId?: string) => address('/care/farewell/index', { memberId }),
}
