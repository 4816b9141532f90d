import { address } from '../../../platform/go'

/** The addresses of the card's pages. */
export const pages = {
  card: (memberId: string) => address('/service/card/index', { memberId }),
  print: (memberId?: string) => address('/care/print/index', { memberId }),
  point: '/care/point/index',
}
