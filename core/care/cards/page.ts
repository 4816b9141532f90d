/** An A4 page holds as many cards, in type large enough for eyes of eighty-two. */
export const CARDS_ON_A_PAGE = 4
