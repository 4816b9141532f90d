/** An A4 page holds so many cards in type large enough for an 82-year-old. */
export const CARDS_ON_A_PAGE = 4
