import { address } from '../../../platform/go'

/** The addresses of the pages about pairings. */
export const pages = {
  pairings: '/care/pairings/index',
  helper: (helperId: string) => address('/care/helper/index', { helperId }),
  elder: (memberId: string) => address('/care/elder/index', { memberId }),
  partners: '/care/partners/index',
  elders: '/service/elders/index',
}
