import type { Picture } from './picture'

/** A cell of a form: a label, or what is filled in; it may reach over several of the form's four columns. */
export interface Cell {
  text: string
  label?: true
  columns?: number
}

/** What a paper is made of, from top to bottom. */
export type Block =
  | { kind: 'cover'; title: string; lines: readonly string[] }
  | { kind: 'heading'; text: string; newPage?: boolean }
  | { kind: 'line'; text: string }
  /** A list with titles over its columns; `widths` in hundredths of the page. */
  | { kind: 'list'; titles: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }
  /** A form of four columns, label and content twice. */
  | { kind: 'form'; rows: readonly (readonly Cell[])[] }
  | { kind: 'pictures'; pictures: readonly Picture[] }
