import { address } from '../../../platform/go'

/** The addresses of the benefits. */
export const pages = {
  coverage: (orgId?: string, name?: string) => address('/care/benefits/index', { orgId, name }),
  list: (orgId: string, kind: string, name: string) => address('/care/benefit/index', { orgId, kind, name }),
}
