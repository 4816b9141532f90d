import { address } from '../../../platform/go'

/** The addresses of aftercare. */
export const pages = {
  list: '/care/farewells/index',
  family: (memberId: string) => address('/care/aftercare/index', { memberId }),
  mark: (of: { memberId: string } | { orgId: string }) => address('/care/farewell/index', of),
}
