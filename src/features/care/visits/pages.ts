import { address } from '../../../platform/go'

/** The addresses of the pages of visits. */
const page = (name: string, query: Record<string, string | undefined> = {}) => address(`/care/${name}/index`, query)

export const pages = {
  mine: page('visits'),
  visit: (id: string) => page('visit', { id }),
  plan: page('plan'),
  coverage: (festival: string, year: number) => page('missing', { festival, year: String(year) }),
  raise: page('raise'),
  settings: page('visit-settings'),
}
