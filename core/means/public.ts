/** What other contexts may use of this one. */
export { Fen } from './dues/contract'
export { fenOf, sayMoney } from './dues/words'
