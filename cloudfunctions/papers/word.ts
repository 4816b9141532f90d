import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Cell } from './paper'
import type { Picture } from './picture'

/** A4 with the margins of official papers (GB/T 9704), in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = { top: 2_098, bottom: 1_984, left: 1_588, right: 1_474 }
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
/** Half points: 二号, 三号, 小四. */
const [TITLE, HEADING, BODY] = [44, 32, 24]
/** By name, as every office has them; another machine takes its own. */
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
const [FANG_SONG, HEI_TI, SONG_TI] = [font('仿宋_GB2312'), font('黑体'), font('宋体')]
/** The room of one photo of two in a row, in pixels. */
const PHOTO = { width: 284, height: 213 }
const FORM = [15, 35, 15, 35]

const run = (text: string, more: object = {}) => new TextRun({ text, size: BODY, font: FANG_SONG, ...more })
const centred = { alignment: AlignmentType.CENTER }

/** A text of several lines as paragraphs. */
const paragraphs = (text: string, more: object = {}, options: object = {}) =>
  text.split('\n').map(line => new Paragraph({ children: [run(line, more)], ...options }))

const share = (hundredths: number) => ({ size: Math.round((TEXT_WIDTH * hundredths) / 100), type: WidthType.DXA })
const padding = { top: 60, bottom: 60, left: 100, right: 100 }

const cell = (text: string, hundredths: number, { label = false, columns = 1 }: { label?: boolean; columns?: number } = {}) =>
  new TableCell({
    children: paragraphs(text, label ? { bold: true } : {}, label ? centred : {}),
    width: share(hundredths),
    columnSpan: columns,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: padding,
  })

const table = (widths: readonly number[], rows: TableRow[]) =>
  new Table({
    rows,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map(one => share(one).size),
  })

const formRow = (cells: readonly Cell[]) => {
  let at = 0
  return new TableRow({
    children: cells.map(({ text, label = false, columns = 1 }) => {
      const width = FORM.slice(at, at + columns).reduce((sum, one) => sum + one, 0)
      at += columns
      return cell(text, width, { label, columns })
    }),
  })
}

const photo = ({ type, width, height, content }: Picture) => {
  const scale = Math.min(PHOTO.width / width, PHOTO.height / height, 1)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return new ImageRun({ type, data: content, transformation })
}

const pairs = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / 2) }, (_, at) => items.slice(at * 2, at * 2 + 2))

const drawn = (block: Block): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'cover':
      return [
        new Paragraph({
          children: [run(block.title, { size: TITLE * 1.5, bold: true, font: SONG_TI })],
          spacing: { before: 4_000, after: 3_000 },
          ...centred,
        }),
        ...block.lines.map(line => new Paragraph({ children: [run(line, { size: HEADING })], spacing: { after: 400 }, ...centred })),
      ]
    case 'heading':
      return [
        new Paragraph({
          children: [run(block.text, { size: HEADING, bold: true, font: HEI_TI })],
          heading: HeadingLevel.HEADING_1,
          pageBreakBefore: block.newPage ?? false,
          spacing: { before: 200, after: 200 },
          ...centred,
        }),
      ]
    case 'line':
      return paragraphs(block.text, {}, { spacing: { before: 120, after: 120 } })
    case 'list':
      return [
        table(block.widths, [
          new TableRow({
            tableHeader: true,
            children: block.titles.map((title, at) => cell(title, block.widths[at] ?? 0, { label: true })),
          }),
          ...block.rows.map(row => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, block.widths[at] ?? 0)) })),
        ]),
      ]
    case 'form':
      return [table(FORM, block.rows.map(formRow))]
    case 'pictures':
      return pairs(block.pictures).map(
        two =>
          new Paragraph({
            children: two.flatMap((one, at) => (at > 0 ? [run('  '), photo(one)] : [photo(one)])),
            spacing: { before: 160 },
            ...centred,
          }),
      )
  }
}

const pageNumbers = new Footer({
  children: [
    new Paragraph({
      children: [new TextRun({ size: BODY, children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
      ...centred,
    }),
  ],
})

/** Writes a paper as a .docx file: A4, upright, with page numbers at its foot. */
export const writeWord = async (blocks: readonly Block[]): Promise<Uint8Array> => {
  const document = new Document({
    creator: '常青365',
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: pageNumbers },
        children: blocks.flatMap(drawn),
      },
    ],
  })
  return Packer.toBuffer(document)
}
