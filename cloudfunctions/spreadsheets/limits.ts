/**
 * What a roster never comes near. Whatever can grow is held against these before it is held in memory: by rows and columns, by letters, and by bytes as
 * they really come out of the zip, never as its entries claim.
 */
export const most = {
  /** Bytes of the file. */
  fileBytes: 8_000_000,
  /** Bytes that come out of it: 200,000 formatted blank rows are 40 million. */
  bytes: 60_000_000,
  entries: 2_000,
  /** Letters of one tag or text. */
  token: 200_000,
  /** Letters of all shared texts together: 3,000 people with 20 columns are a million. */
  textLetters: 8_000_000,
  /** Rows with something in them, and the places of their cells up to the last filled one. */
  rows: 25_000,
  places: 1_000_000,
  merges: 20_000,
  styles: 70_000,
} as const

/** Thrown where a file holds more than any roster could; says whether it is blank rows that it is full of. */
export class TooLargeInside extends Error {
  constructor(readonly blankRows = 0) {
    super()
  }
}
