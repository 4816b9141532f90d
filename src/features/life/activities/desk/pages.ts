import { address } from '../../../../platform/go'

/** The addresses of the secretary's pages. */
const page = (name: string, query: Record<string, string | undefined> = {}) => address(`/secretary/${name}/index`, query)

export const pages = {
  manage: (activityId: string) => page('manage', { activityId }),
  door: (activityId: string) => page('door', { activityId }),
  receipts: (activityId: string) => page('receipts', { activityId }),
  sheet: (activityId: string) => page('sheet', { activityId }),
  record: (activityId: string) => page('record', { activityId }),
  change: (activityId: string) => page('publish', { activityId }),
  publish: page('publish'),
  activities: page('activities'),
  posts: page('posts'),
  pairings: '/care/pairings/index',
  cards: '/care/print/index',
  roster: page('roster'),
  templates: page('templates'),
  people: page('people'),
  care: '/care/special/index',
  benefits: '/care/benefits/index',
  farewells: '/care/farewells/index',
  birthdays: '/care/birthdays/index',
  visits: '/care/plan/index',
  board: '/bureau/overview/index',
  requests: (orgId: string) => page('requests', { orgId }),
}
